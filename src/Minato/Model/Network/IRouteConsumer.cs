namespace Minato.Model.Network;

/// <summary>Takes routes one by one: a full table of the internet has a million.</summary>
internal interface IRouteConsumer
{
    /// <summary>False to stop.</summary>
    bool Accept(in RouteEntry route);
}
