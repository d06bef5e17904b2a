namespace Minato.Model.Network;

/// <summary>Takes multicast groups one by one.</summary>
internal interface IGroupConsumer
{
    /// <summary>False to stop.</summary>
    bool Accept(in GroupEntry group);
}
