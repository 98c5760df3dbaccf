using System.ComponentModel;

namespace Samples;

internal static class Temperature
{
    [Description("Converts degrees Celsius to degrees Fahrenheit.")]
    public static double ToFahrenheit(double celsius) => Math.Round((celsius * 9 / 5) + 32, 1);
}
