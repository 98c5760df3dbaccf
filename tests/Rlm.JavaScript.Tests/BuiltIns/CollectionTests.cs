namespace Rlm.JavaScript.Tests.BuiltIns;

public class CollectionTests
{
    public static TheoryData<int> Arrays => Indices(CollectionSamples.Arrays.Length);

    public static TheoryData<int> KeyedCollections => Indices(CollectionSamples.KeyedCollections.Length);

    public static TheoryData<int> SetAlgebra => Indices(CollectionSamples.SetAlgebra.Length);

    [Theory]
    [MemberData(nameof(Arrays))]
    public Task Array_InEachSample_DoesAsTheSpecificationSays(int sample) => CheckAsync(CollectionSamples.Arrays[sample]);

    [Theory]
    [MemberData(nameof(KeyedCollections))]
    public Task KeyedCollection_InEachSample_DoesAsTheSpecificationSays(int sample) => CheckAsync(CollectionSamples.KeyedCollections[sample]);

    [Theory]
    [MemberData(nameof(SetAlgebra))]
    public Task SetMethods_InEachSample_DoAsTheSpecificationSays(int sample) => CheckAsync(CollectionSamples.SetAlgebra[sample]);

    private static TheoryData<int> Indices(int count) => [.. Enumerable.Range(0, count)];

    private static async Task CheckAsync((string Source, string Expected) sample)
    {
        string shown = await GuestText.OfAsync(sample.Source);

        Assert.True(sample.Expected == shown, $"{sample.Source}\nexpected {sample.Expected}\nbut was  {shown}");
    }
}
