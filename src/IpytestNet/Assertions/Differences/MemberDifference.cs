using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Two objects that differ in their fields and automatic properties.</summary>
internal static class MemberDifference
{
    /// <summary>Compares two objects member by member.</summary>
    public static bool Compare(DifferenceWalk walk, ValuePath at, object left, object right)
    {
        if (left.GetType() != right.GetType())
            return CompareTypes(walk, at, left, right);
        var notes = walk.Findings.NoteCount;
        var same = CompareParts(walk, at, ReadableParts.Of(left), ReadableParts.Of(right), ComparesItsMembers(left.GetType()));
        if (same && walk.Findings.NoteCount == notes && walk.Budget.Limit is null)
            same = CompareParts(walk, at, ReadableParts.HiddenOf(left), ReadableParts.HiddenOf(right), notesReferences: false);
        return same;
    }

    private static bool CompareTypes(DifferenceWalk walk, ValuePath at, object left, object right)
    {
        if (!at.IsRoot || walk.IsSilent)
            return ScalarDifference.Add(walk, at, left, right);
        var (first, second) = (ReadableParts.Of(left).ToList(), ReadableParts.Of(right).ToList());
        var common = first.Select(part => part.Name).Intersect(second.Select(part => part.Name)).ToHashSet();
        var same = CompareParts(walk, at, first.Where(part => common.Contains(part.Name)), second.Where(part => common.Contains(part.Name)), notesReferences: false);
        if (same && first.Count == common.Count && second.Count == common.Count)
            return true;
        walk.Findings.AddNote(TypeNames.Differ(left.GetType(), right.GetType()));
        return false;
    }

    private static bool CompareParts(DifferenceWalk walk, ValuePath at, IEnumerable<ReadablePart> left, IEnumerable<ReadablePart> right, bool notesReferences)
    {
        var others = right.ToDictionary(part => part.Name, part => part.Value);
        var same = true;
        foreach (var part in left)
        {
            var place = at.Member(part.Name);
            var notes = walk.Findings.NoteCount;
            if (!walk.Compare(place, part.Value, others[part.Name]))
            {
                same = false;
            }
            else if (notesReferences && ReferenceNote.IsNeeded(part.Value, others[part.Name]))
            {
                // What is compared by reference within it does not count.
                walk.Findings.DropNotes(notes);
                ReferenceNote.Add(walk, place, part.Value!);
            }
        }

        return same;
    }

    /// <summary>Tells whether two objects of a type are equal if their members are: records, anonymous types, structs, tuples.</summary>
    private static bool ComparesItsMembers(Type type) =>
        type.IsValueType || TypeName.IsAnonymous(type) || type.GetMethod("<Clone>$") is not null || ReadableParts.Has(type);
}
