// SPDX-License-Identifier: MIT
using System.IO.Pipes;

namespace PipePeer;

/// int32 little-endian length and payload, in one write or byte by byte.
static class Frames
{
    public static void Write(PipeStream pipe, byte[] payload, bool dribble)
    {
        byte[] frame = new byte[4 + payload.Length];
        BitConverter.TryWriteBytes(frame, payload.Length);
        payload.CopyTo(frame, 4);
        if (!dribble)
        {
            pipe.Write(frame);
            return;
        }
        for (int i = 0; i < frame.Length; ++i)
            pipe.Write(frame, i, 1);
    }

    /// The next payload, or null at the end of the stream between two messages.
    public static byte[]? Read(PipeStream pipe)
    {
        byte[] length = new byte[4];
        int got = pipe.ReadAtLeast(length, 4, throwOnEndOfStream: false);
        if (got == 0)
            return null;
        if (got < 4)
            throw new EndOfStreamException("cut off inside a length");
        byte[] payload = new byte[BitConverter.ToInt32(length)];
        pipe.ReadExactly(payload);
        return payload;
    }
}
