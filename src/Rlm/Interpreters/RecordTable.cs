namespace Rlm.Interpreters;

/// <summary>Records of one shape, column by column.</summary>
internal sealed class RecordTable
{
    /// <summary>Stands where a record lacks a name of its shape.</summary>
    public static readonly object Absent = new();

    public RecordTable(RecordShape shape, int capacity)
    {
        Shape = shape;
        Columns = new Column[shape.Names.Length];
        for (var i = 0; i < Columns.Length; i++)
        {
            Columns[i] = new Column(capacity);
        }
    }

    public RecordShape Shape { get; }

    public Column[] Columns { get; }

    public int Count { get; set; }

    /// <summary>Whether some records lack a name of the shape.</summary>
    public bool HasAbsent { get; set; }
}
