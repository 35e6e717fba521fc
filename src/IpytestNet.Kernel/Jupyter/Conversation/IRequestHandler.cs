using System.Text.Json.Nodes;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>Knows one type of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The type, such as <c>complete_request</c>.</summary>
    string RequestType { get; }

    /// <summary>Does what a request asks.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The content of the reply, with its status; null if it is not of a type that is replied to.</returns>
    /// <exception cref="RequestException">The request lacks something.</exception>
    JsonObject? Handle(Request request);
}
