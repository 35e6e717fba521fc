namespace IpytestNet.Reporting;

/// <summary>The seam to the source text of cells and files, for showing the lines around a failure.</summary>
internal interface ISources
{
    /// <summary>Gives the text of a cell (<c>In[3]</c>) or of a file on disk, or null if it is not to be had.</summary>
    string? Find(string file);
}
