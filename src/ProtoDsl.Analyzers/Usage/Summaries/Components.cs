using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ProtoDsl.Analyzers.Usage.Summaries;

/// <summary>Tarjan's strongly connected components, without recursion: a chain of calls may be longer than the stack is deep.</summary>
internal static class Components
{
    /// <summary>The components that can be reached from a method, each one after all that it calls; within a component a callee comes before its caller as
    /// far as the circle allows.</summary>
    /// <param name="root">Where to start.</param>
    /// <param name="calleesOf">The callees of a method; those that need not be entered are left out.</param>
    public static List<IReadOnlyList<IMethodSymbol>> BottomUp(IMethodSymbol root, Func<IMethodSymbol, IReadOnlyList<IMethodSymbol>> calleesOf)
    {
        var components = new List<IReadOnlyList<IMethodSymbol>>();
        var nodes = new Dictionary<IMethodSymbol, Node>(SymbolEqualityComparer.Default);
        var open = new Stack<Node>();
        var path = new Stack<Node>();
        var finished = 0;
        Enter(root);
        while (path.Count > 0)
        {
            var node = path.Peek();
            if (node.Next < node.Callees.Count)
            {
                var callee = node.Callees[node.Next++];
                if (!nodes.TryGetValue(callee, out var known))
                {
                    Enter(callee);
                }
                else if (known.IsOpen)
                {
                    node.Low = Math.Min(node.Low, known.Index);
                }

                continue;
            }

            path.Pop();
            node.Finished = finished++;
            if (path.Count > 0)
            {
                path.Peek().Low = Math.Min(path.Peek().Low, node.Low);
            }

            if (node.Low == node.Index)
            {
                components.Add(Close(node));
            }
        }

        return components;

        void Enter(IMethodSymbol method)
        {
            var node = new Node(method, nodes.Count, calleesOf(method));
            nodes.Add(method, node);
            open.Push(node);
            path.Push(node);
        }

        IReadOnlyList<IMethodSymbol> Close(Node head)
        {
            var members = new List<Node>();
            Node member;
            do
            {
                member = open.Pop();
                member.IsOpen = false;
                members.Add(member);
            }
            while (member != head);
            members.Sort((left, right) => left.Finished.CompareTo(right.Finished));
            return members.ConvertAll(node => node.Method);
        }
    }

    private sealed class Node(IMethodSymbol method, int index, IReadOnlyList<IMethodSymbol> callees)
    {
        public IMethodSymbol Method { get; } = method;

        public int Index { get; } = index;

        public IReadOnlyList<IMethodSymbol> Callees { get; } = callees;

        /// <summary>The least index known to be reachable.</summary>
        public int Low { get; set; } = index;

        /// <summary>The callee to look at next.</summary>
        public int Next { get; set; }

        /// <summary>When all its callees were done with.</summary>
        public int Finished { get; set; }

        /// <summary>True until its component is complete.</summary>
        public bool IsOpen { get; set; } = true;
    }
}
