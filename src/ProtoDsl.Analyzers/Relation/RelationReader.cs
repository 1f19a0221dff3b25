using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using ProtoDsl.Language.Collections;

namespace ProtoDsl.Analyzers.Relation;

/// <summary>Reads a relation from the metadata of a class, which anybody may have written: whatever the text, it answers or refuses, in time
/// linear in the text, and an index that it hands out is in range.</summary>
internal static class RelationReader
{
    /// <summary>Longer texts are refused; the largest table that the language admits stays below.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    /// <summary>More states, or more events, than the language admits.</summary>
    private const int MaxNames = 4096;

    /// <summary>Bounds what ranges of states can expand to.</summary>
    private const int MaxStateReferences = 4 * 1024 * 1024;

    /// <summary>Reads a text. False: of a later version, or not a relation; then nothing is known about the machine.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out MachineRelation? relation)
    {
        relation = null;
        if (text is null || text.Length > MaxLength)
        {
            return false;
        }

        var reader = new Reading();
        var isFirst = true;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.Substring(start, end - start).TrimEnd('\r');
            if (isFirst ? !IsKnownVersion(line) : !reader.Add(line))
            {
                return false;
            }

            isFirst = false;
        }

        relation = reader.Finish();
        return relation is not null;
    }

    private static bool IsKnownVersion(string line) =>
        new FieldReader(line) is var fields && fields.Next() == "protodsl" && RelationFields.Number(fields.Next(), RelationText.Version + 1) is >= 1;

    private sealed class Reading
    {
        private readonly List<RelationState> _states = [];
        private readonly List<RelationEvent> _events = [];
        private readonly List<RelationCase> _cases = [];
        private string? _className;
        private string _protocol = "";
        private RelationFlags _flags;
        private int _stateReferences;

        /// <summary>Takes one line; false where a line of a known kind is wrong. Lines of an unknown kind are passed over.</summary>
        public bool Add(string line)
        {
            var fields = new FieldReader(line);
            return fields.Next() switch
            {
                "machine" => AddMachine(fields),
                "state" => AddState(fields),
                "event" => AddEvent(fields),
                "case" => AddCase(fields),
                _ => true,
            };
        }

        /// <summary>Null where something is missing that every machine has.</summary>
        public MachineRelation? Finish() =>
            _className is null || _states.Count(state => state.IsInitial) != 1
                ? null
                : new MachineRelation
                {
                    ClassName = _className,
                    Protocol = _protocol,
                    Flags = _flags,
                    States = _states.ToEquatableArray(),
                    Events = _events.ToEquatableArray(),
                    Cases = _cases.ToEquatableArray(),
                };

        private bool AddMachine(FieldReader fields)
        {
            if (_className is not null || fields.Next() is not { } className || fields.Next() is not { } protocol)
            {
                return false;
            }

            _className = className;
            _protocol = protocol;
            while (fields.Next() is { } flag)
            {
                _flags |= flag switch
                {
                    "async" => RelationFlags.Async,
                    "synchronized" => RelationFlags.Synchronized,
                    "disposable" => RelationFlags.Disposable,
                    _ => RelationFlags.None,
                };
            }

            return true;
        }

        private bool AddState(FieldReader fields)
        {
            // Cases refer to states and events by number, so those come first.
            if (_states.Count == MaxNames || _cases.Count > 0 || fields.Next() is not { } member || fields.Next() is not { } name)
            {
                return false;
            }

            bool isInitial = false, isFinal = false;
            while (fields.Next() is { } flag)
            {
                isInitial |= flag == "initial";
                isFinal |= flag == "final";
            }

            _states.Add(new RelationState(member, name, isInitial, isFinal));
            return true;
        }

        private bool AddEvent(FieldReader fields)
        {
            var kind = Array.IndexOf(RelationText.EventKinds, fields.Next());
            if (kind < 0 || _events.Count == MaxNames || _cases.Count > 0 || fields.Next() is not { } name || fields.Next() is not { } tableName)
            {
                return false;
            }

            var tags = new List<RelationTag>();
            while (fields.Next() is { } tag)
            {
                var isHidden = tag[0] == RelationText.HiddenMark;
                tags.Add(new RelationTag(isHidden ? tag.Substring(1) : tag, isHidden));
            }

            _events.Add(new RelationEvent((RelationEventKind)kind, name, tableName, tags.ToEquatableArray()));
            return true;
        }

        private bool AddCase(FieldReader fields)
        {
            var @event = RelationFields.Number(fields.Next(), _events.Count);
            if (@event < 0 || RelationFields.Ranges(fields.Next(), _states.Count, MaxStateReferences - _stateReferences) is not { } states)
            {
                return false;
            }

            _stateReferences += states.Count;
            var outcome = Array.IndexOf(RelationText.Outcomes, fields.Next());
            var target = fields.Next();
            var targetIndex = RelationFields.Number(target, _states.Count);
            var isGo = outcome == (int)RelationOutcome.Go;
            if (outcome < 0 || target is null || (isGo ? targetIndex < 0 : target != RelationText.Nothing))
            {
                return false;
            }

            if (fields.Next() is not { } flags || RelationFields.Pattern(fields.Next(), _events[@event].Tags.Count) is not { } pattern)
            {
                return false;
            }

            _cases.Add(new RelationCase
            {
                Event = @event,
                States = states,
                Outcome = (RelationOutcome)outcome,
                Target = isGo ? targetIndex : -1,
                Flags = RelationFields.CaseFlags(flags),
                Pattern = pattern,
                Reason = fields.Rest() is { } reason ? RelationText.Unescape(reason) : null,
            });
            return true;
        }
    }
}
