#!/bin/bash
# SPDX-License-Identifier: MIT
#   record.sh PIPEGLASS OUT
# Records the peers of this directory's program: OUT/NAME.client and OUT/NAME.server.
set -euo pipefail
pipeglass=$(readlink -f "$1")
mkdir "$2"
out=$(readlink -f "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$(dirname "$(readlink -f "$0")")"/* "$work"
dotnet build "$work" --configuration Release --output "$work/out" --verbosity quiet
for peer in jsonrpc-{headers,headers-newtonsoft,length,length-messagepack,lines,lines-crlf} messagepack cbor bson \
    protobuf protobuf-net{,-untagged,-fixed32,-fixed32be} binarywriter{,-utf16} streamstring lines{,-crlf} json{,-indented} \
    uint8 uint16{le,be} int32{le,be} int64le nul http1 grpc signalr-{json,messagepack} nerdbank-{1,2,3}; do
    mkdir "$work/$peer"
    TMPDIR=$work/$peer "$pipeglass" run --record "$work/$peer.pcapng" --framing raw -- "$work/out/recorder" "$peer"
    "$pipeglass" read --export "raw:$work/$peer.raw" "$work/$peer.pcapng" >/dev/null
    for side in client server; do
        mv "$work/$peer.raw/1-$side.raw" "$out/$peer.$side"
    done
done
