namespace Minato.Model;

/// <summary>TLS in the kernel (linux/tls.h, <c>TLS_INFO_*</c>); what the kernel did not tell is null.</summary>
public struct TlsMetrics
{
    /// <summary>Version as TLS writes it: 0x0303 is 1.2, 0x0304 is 1.3.</summary>
    public ushort? Version { readonly get; internal set; }

    /// <summary>Cipher, as <c>TLS_CIPHER_*</c> numbers it.</summary>
    public ushort? Cipher { readonly get; internal set; }

    /// <summary>Who decrypts: 1 nobody, 2 the kernel, 3 the device, 4 the device by records.</summary>
    public ushort? ReceiveMode { readonly get; internal set; }

    /// <summary>Who encrypts, numbered as <see cref="ReceiveMode"/>.</summary>
    public ushort? SendMode { readonly get; internal set; }

    /// <summary>Whether sendfile may leave out the copy because the file does not change.</summary>
    public bool ZeroCopySend { readonly get; internal set; }

    /// <summary>Whether the peer is trusted to send no padding.</summary>
    public bool ExpectsNoPadding { readonly get; internal set; }
}
