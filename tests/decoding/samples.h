// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::test {

inline QByteArray hex(const char *digits) { return QByteArray::fromHex(digits); }

struct DecodingSample {
    const char *name;
    QByteArray payload;
    const char *decoder; ///< empty: none
    const char *tree;
    const char *framing; ///< id, or empty
};

// MessagePack as written by msgpack for Python, CBOR by cbor2, BSON by pymongo, gzip by zlib, responses of diagnostics
// by .NET 10.0.12; the rest from the specifications.
inline const DecodingSample decodingSamples[] = {
    { "json",
      hex("7b226964223a372c226e616d65223a225a6fc3ab205c75303065395c6e222c226f6b223a747275652c226e6f6e65223a6e756c6c2c22"
          "6c697374223a5b312e352c2274776f222c5b5d2c7b7d5d7d"),
      "json",
      ":object@0+78 { id:number=7@1+6 name:string=Zoë é\n@8+22 ok:boolean=true@31+9 none:null=null@41+11 "
      "list:array@53+24 { 0:number=1.5@61+3 1:string=two@65+5 2:array@71+2 3:object@74+2 } }",
      "" },
    { "json with blanks", hex("efbbbf205b2031202c207b20226122203a202d326535207d205d0a"), "json",
      ":array@4+22 { 0:number=1@6+1 1:object@10+14 { a:number=-2e5@12+10 } }", "" },
    { "json string", hex("2271756f74656422"), "json", ":string=quoted@0+8", "" },
    { "json with invalid UTF-8", hex("7b22626164223a22fffe227d"), "json", ":object@0+12 { bad:string=\\xff\\xfe@1+10 }",
      "" },
    { "json with invalid number", hex("5b30315d"), "text", ":utf-8=[01]@0+4", "" },
    { "two json values", hex("7b2261223a317d7b2262223a327d"), "text", ":utf-8={\"a\":1}{\"b\":2}@0+14", "" },
    { "json in json", hex("7b22696e223a20227b5c22715c223a317d227d"), "json",
      ":object@0+19 { in:string={\"q\":1}@1+17 { json:object@1+17 { q:number=1@1+17 } } }", "" },
    { "base64 in json",
      hex("7b2264617461223a202265794a34496a70624d56313949434167222c2022776f7264223a20226162636465666768696a6b6c6d6e6f70"
          "227d"),
      "json",
      ":object@0+56 { data:string=eyJ4IjpbMV19ICAg@1+26 { base64:object@1+26 { x:array@1+26 { 0:number=1@1+26 } } } "
      "word:string=abcdefghijklmnop@29+26 }",
      "" },
    { "gzip in base64",
      hex("7b22677a223a202248347349414141414141414341367457536c5379696a62554d59717442514345323959584377414141413d3d227"
          "d"),
      "json",
      ":object@0+54 { gz:string=H4sIAAAAAAACA6tWSlSyijbUMYqtBQCE29YXCwAAAA==@1+52 { uncompressed:object@1+52 { "
      "a:array@1+52 { 0:number=1@1+52 1:number=2@1+52 } } } }",
      "" },
    { "gzip", hex("1f8b0800000000000203b3295248b4553254d2b703000f8461380a000000"), "gzip",
      ":gzip=1f8b0800000000000203b3295248b4553254d2b703000f8461380a000000@0+30 { r:element@0+30 { a:attribute=1@0+30 } "
      "}",
      "" },
    { "zstd", hex("28b52ffd04683900007b2261223a317d488bfc32"), "zstd",
      ":zstd=28b52ffd04683900007b2261223a317d488bfc32@0+20 { uncompressed:object@0+20 { a:number=1@0+20 } }", "" },
    { "zstd in base64", hex("5b224b4c55762f5142594f51414165794a68496a6f7866513d3d225d"), "json",
      ":array@0+28 { 0:string=KLUv/QBYOQAAeyJhIjoxfQ==@1+26 { uncompressed:object@1+26 { a:number=1@1+26 } } }", "" },
    { "xml",
      hex("3c3f786d6c2076657273696f6e3d22312e30223f3e0a3c6120783d223126616d703b32223e3c623e68c3a96c6c6f3c2f623e3c632f3e"
          "0a3c212d2d6e6f74652d2d3e3c643e3c215b43444154415b3c783e5d5d3e3c652f3e3c2f643e3c2f613e"),
      "xml",
      "a:element@22+74 { x:attribute=1&2@22+15 b:element@37+13 { :text=héllo@40+6 } c:element@50+4 :comment=note@55+11 "
      "d:element@66+26 { :CDATA=<x>@69+15 e:element@84+4 } }",
      "" },
    { "xml that is not closed", hex("3c613e3c623e3c2f613e"), "text", ":utf-8=<a><b></a>@0+10", "" },
    { "messagepack", hex("8401a161a16b9601fecb4004000000000000c0c3c402000192010203a174d7ff000007d000000001"),
      "messagepack",
      ":map@0+40 { 1:string=a@1+3 k:array@4+20 { 0:integer=1@7+1 1:integer=-2@8+1 2:float=2.5@9+9 3:null=null@18+1 "
      "4:boolean=true@19+1 5:bytes=0001@20+4 } 920102:integer=3@24+4 t:timestamp=1970-01-01T00:00:01.000000500Z@28+12 "
      "}",
      "" },
    { "messagepack, long forms",
      hex("96d921787878787878787878787878787878787878787878787878787878787878787878ce00011170d2fffeee90cf80000000000000"
          "00dc0010000102030405060708090a0b0c0d0e0fc70305616263"),
      "messagepack",
      ":array@0+80 { 0:string=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx@1+35 1:integer=70000@36+5 2:integer=-70000@41+5 "
      "3:integer=9223372036854775808@46+9 4:array@55+19 { 0:integer=0@58+1 1:integer=1@59+1 2:integer=2@60+1 "
      "3:integer=3@61+1 4:integer=4@62+1 5:integer=5@63+1 6:integer=6@64+1 7:integer=7@65+1 8:integer=8@66+1 "
      "9:integer=9@67+1 10:integer=10@68+1 11:integer=11@69+1 12:integer=12@70+1 13:integer=13@71+1 14:integer=14@72+1 "
      "15:integer=15@73+1 } 5:extension=616263@74+6 { content:utf-8=abc@77+3 } }",
      "" },
    { "messagepack in messagepack", hex("81a5696e6e6572c4049201a161"), "messagepack",
      ":map@0+13 { inner:bytes=9201a161@1+12 { content:array@9+4 { 0:integer=1@10+1 1:string=a@11+2 } } }", "" },
    { "cbor",
      hex("a5016161616b8501fb4004000000000000f6f5420001636e6567246164c074323032302d30312d30315430303a30303a30305a820102"
          "03"),
      "cbor",
      ":map@0+55 { 1:string=a@1+3 k:array@4+18 { 0:integer=1@7+1 1:float=2.5@8+9 2:null=null@17+1 3:boolean=true@18+1 "
      "4:bytes=0001@19+3 } neg:integer=-5@22+5 d:tag@27+24 { 0:string=2020-01-01T00:00:00Z@30+21 } "
      "820102:integer=3@51+4 }",
      "" },
    { "cbor, indefinite lengths", hex("9f01bf6161f97e00ff5f41614162ff7f61616162ffff"), "cbor",
      ":array@0+22 { 0:integer=1@1+1 1:map@2+7 { a:float=nan@3+5 } 2:bytes=6162@9+6 3:string=ab@15+6 }", "" },
    { "bson",
      hex("72000000106100010000000262000200000078000463001f000000103000010000000331001000000001640000000000000004400000"
          "076f6964006b0b8b334a5560381230af9b0562696e00020000000000010964740000e8665e6f010000126c0000000000000100000874"
          "00010a7a0000"),
      "bson",
      ":document@0+114 { a:int32=1@4+7 b:string=x@11+9 c:array@20+34 { 0:int32=1@27+7 1:document@34+19 { "
      "d:double=2.5@41+11 } } oid:objectid=6b0b8b334a5560381230af9b@54+17 bin:bytes=0001@71+12 "
      "dt:datetime=2020-01-01T00:00:00.000Z@83+12 l:int64=1099511627776@95+11 t:boolean=true@106+4 z:null=null@110+3 }",
      "" },
    { "protobuf", hex("089601120774657374696e671a03089601210000000000000a402d00002040330801343a02ff00"), "protobuf",
      ":message@0+39 { 1:varint=150@0+3 2:string=testing@3+9 3:message@12+5 { 1:varint=150@14+3 } 4:double=3.25@17+9 "
      "5:float=2.5@26+5 6:group@31+4 { 1:varint=1@32+2 } 7:bytes=ff00@35+4 }",
      "" },
    { "nrbf", hex("0001000000ffffffff010000000000000006010000000568656c6c6f0b"), "nrbf",
      ":nrbf@0+29 { record:record@0+17 { type:enum=SerializedStreamHeader (0)@0+1 rootId:integer=1@1+4 "
      "headerId:integer=-1@5+4 majorVersion:integer=1@9+4 minorVersion:integer=0@13+4 } record:record@17+11 { "
      "type:enum=BinaryObjectString (6)@17+1 objectId:integer=1@18+4 value:string=hello@22+6 } record:record@28+1 { "
      "type:enum=MessageEnd (11)@28+1 } }",
      "" },
    { "text", hex("68656c6c6f20776f726c64"), "text", ":utf-8=hello world@0+11", "" },
    { "lines", hex("6f6e650d0a74776f0a"), "text", ":utf-8@0+9 { 1:line=one@0+5 2:line=two@5+4 }", "" },
    { "utf-16", hex("770069006400650020007400650078007400"), "text", ":utf-16le=wide text@0+18", "" },
    { "utf-16, big-endian lines", hex("006f006e0065000a00740077006f"), "text",
      ":utf-16be@0+14 { 1:line=one@0+8 2:line=two@8+6 }", "" },
    { "utf-16, Hangul", hex("0cd374c704d5"), "text", ":utf-16le=파이프@0+6", "" },
    { "two units of Hangul are no text", hex("0cd374c7"), "", "", "" },
    { "bytes that begin as a mark of UTF-16", hex("feffffff03000000"), "", "", "" },
    { "latin-1", hex("6e61ef766520636166e920616e64206d6f7265"), "text", ":latin-1=naïve café and more@0+19", "" },
    { "random bytes", hex("000102fffe"), "", "", "" },
    { "one byte", hex("05"), "", "", "" },
    { "nothing", hex(""), "", "", "" },
    { "diagnostics request", hex("04040000"), "dotnet-ipc",
      ":packet@0+4 { commandSet:enum=Process (4)@0+1 command:enum=ProcessInfo2 (4)@1+1 reserved:integer=0@2+2 }",
      "dotnet-ipc" },
    { "diagnostics, ProcessInfo2 of .NET 10",
      hex("444f544e45545f4950435f563100a400ff000000e2690000000000007130385c3b61e147942dcbd77c742112190000002f0075007300"
          "72002f00730068006100720065002f0064006f0074006e00650074002f0064006f0074006e00650074000000060000004c0069006e00"
          "7500780000000400000078003600340000000700000064006f0074006e0065007400000008000000310030002e0030002e0031003200"
          "0000"),
      "dotnet-ipc",
      ":packet@0+164 { magic:string=DOTNET_IPC_V1@0+13 size:integer=164@14+2 commandSet:enum=Server (255)@16+1 "
      "command:enum=OK (0)@17+1 reserved:integer=0@18+2 pid:integer=27106@20+8 "
      "runtimeInstance:guid=5c383071-613b-47e1-942d-cbd77c742112@28+16 "
      "commandLine:string=/usr/share/dotnet/dotnet@44+54 operatingSystem:string=Linux@98+16 "
      "architecture:string=x64@114+12 entryAssembly:string=dotnet@126+18 clrVersion:string=10.0.12@144+20 }",
      "" },
    { "diagnostics, ProcessInfo without head",
      hex("ff000000e2690000000000007130385c3b61e147942dcbd77c742112190000002f007500730072002f00730068006100720065002f00"
          "64006f0074006e00650074002f0064006f0074006e00650074000000060000004c0069006e0075007800000004000000780036003400"
          "0000"),
      "dotnet-ipc",
      ":packet@0+110 { commandSet:enum=Server (255)@0+1 command:enum=OK (0)@1+1 reserved:integer=0@2+2 "
      "pid:integer=27106@4+8 runtimeInstance:guid=5c383071-613b-47e1-942d-cbd77c742112@12+16 "
      "commandLine:string=/usr/share/dotnet/dotnet@28+54 operatingSystem:string=Linux@82+16 "
      "architecture:string=x64@98+12 }",
      "dotnet-ipc" },
    { "diagnostics error", hex("ffff000085131380"), "dotnet-ipc",
      ":packet@0+8 { commandSet:enum=Server (255)@0+1 command:enum=Error (255)@1+1 reserved:integer=0@2+2 "
      "error:enum=unknown command (2148733829)@4+4 }",
      "dotnet-ipc" },
    { "diagnostics events are not a packet", hex("4e6574747261636514000000214661737453657269616c697a6174696f6e2e31"),
      "", "", "dotnet-ipc" },
    { "msbuild handshake", hex("010000460000007b00000012000000000000000b0000be4300000000d5d5d5d6"), "msbuild",
      ":handshake@0+32 { options:integer=16777286@0+4 salt:integer=123@4+4 major:integer=18@8+4 minor:integer=0@12+4 "
      "build:integer=11@16+4 private:integer=48707@20+4 session:integer=0@24+4 end:integer=3587560918@28+4 }",
      "msbuild" },
    { "msbuild packet", hex("0803000000000102"), "msbuild",
      ":packet@0+8 { type:enum=LogMessage (8)@0+1 length:integer=3@1+4 body:bytes=000102@5+3 }", "msbuild" },
    { "compiler server request",
      hex("48300030003100310032003200330033002d0034003400350035002d0036003600370037002d0038003800390039002d006100610062"
          "00620063006300640064006500650066006600212553440834002e0031003400020000002172145100000000040000002f0073007200"
          "63002272145101000000090000002f006e006f0063006f006e00660069006700"),
      "build-server",
      ":request@0+140 { requestId:string=00112233-4455-6677-8899-aabbccddeeff@0+73 language:enum=C# (1146299681)@73+4 "
      "compilerHash:string=4.14@77+9 argumentCount:integer=2@86+4 0:argument@90+20 { id:enum=CurrentDirectory "
      "(1360294433)@90+4 index:integer=0@94+4 value:string=/src@98+12 } 1:argument@110+30 { "
      "id:enum=CommandLineArgument (1360294434)@110+4 index:integer=1@114+4 value:string=/noconfig@118+22 } }",
      "build-server" },
    { "compiler server request with GUID", hex("33221100554477668899aabbccddeeff2225534402680000000000"),
      "build-server",
      ":request@0+27 { requestId:guid=00112233-4455-6677-8899-aabbccddeeff@0+16 language:enum=Visual Basic "
      "(1146299682)@16+4 compilerHash:string=h@20+3 argumentCount:integer=0@23+4 }",
      "build-server" },
    { "compiler server response", hex("010000000000000001020000006f006b00"), "build-server",
      ":response@0+17 { type:enum=Completed (1)@0+4 exitCode:integer=0@4+4 utf8Output:boolean=true@8+1 "
      "output:string=ok@9+8 }",
      "build-server" },
    { "testing platform handshake", hex("09000000020000020000003432070400000065786563"), "testing-platform",
      ":message@0+22 { serializer:enum=Handshake (9)@0+4 count:integer=2@4+2 processId:string=42@6+7 "
      "executionId:string=exec@13+9 }",
      "testing-platform" },
    { "testing platform list",
      hex("0500000003000100040000006578656302003a0000000200000002000100050000007569642d3102000800000054657374206f6e6502"
          "000100050000007569642d3102000800000054657374206f6e650300080000000500000000000000"),
      "testing-platform",
      ":message@0+94 { serializer:enum=DiscoveredTests (5)@0+4 1:string=exec@6+10 2:list@16+64 { 0:message@26+27 { "
      "1:string=uid-1@28+11 2:string=Test one@39+14 } 1:message@53+27 { 1:string=uid-1@55+11 2:string=Test one@66+14 } "
      "} 3:integer=5@80+14 }",
      "testing-platform" },
    { "psrp fragments",
      hex("3c446174612053747265616d3d2744656661756c7427205053477569643d2730303030303030302d303030302d303030302d30303030"
          "2d303030303030303030303030273e414141414141414141414541414141414141414141414541414141554167414141414941415141"
          "7a49684541565552335a6f695a7172734141414141414141414151414141414141414141424167414141467a4d3365372f4141414141"
          "41414141414141414141414141414141447850596d6f67556d566d53575139496a4169506a784e557a3438566d567963326c76626942"
          "4f50534a77636d393062324e7662485a6c636e4e7062323469506a49754d7a7776566d567963326c76626a34384c303154506a777654"
          "324a7150673d3d3c2f446174613e"),
      "psrp",
      "Data:element@0+284 { Stream:attribute=Default@0+284 PSGuid:attribute=00000000-0000-0000-0000-000000000000@0+284 "
      "data:base64=@69+208 { fragments:fragments@69+208 { fragment:fragment@69+208 { objectId:integer=1@69+208 "
      "fragmentId:integer=0@69+208 flags:integer=1@69+208 size:integer=20@69+208 } fragment:fragment@69+208 { "
      "objectId:integer=1@69+208 fragmentId:integer=1@69+208 flags:integer=2@69+208 size:integer=92@69+208 "
      "content:psrp=@69+208 { message:message@69+208 { destination:enum=server (2)@69+208 type:enum=SessionCapability "
      "(65538)@69+208 runspacePool:guid=00112233-4455-6677-8899-aabbccddeeff@69+208 "
      "pipeline:guid=00000000-0000-0000-0000-000000000000@69+208 data:string=<Obj RefId=\"0\"><MS><Version "
      "N=\"protocolversion\">2.3</Version></MS></Obj>@69+208 { Obj:element@69+208 { RefId:attribute=0@69+208 "
      "MS:element@69+208 { Version:element@69+208 { N:attribute=protocolversion@69+208 :text=2.3@69+208 } } } } } } } "
      "} } }",
      "psrp" },
    { "psrp acknowledgement",
      hex("3c4461746141636b205053477569643d2730303030303030302d303030302d303030302d303030302d30303030303030303030303027"
          "202f3e"),
      "psrp", "DataAck:element@0+57 { PSGuid:attribute=00000000-0000-0000-0000-000000000000@0+57 }", "psrp" },
    { "http request",
      hex("504f5354202f6120485454502f312e310d0a486f73743a20780d0a436f6e74656e742d4c656e6774683a20370d0a0d0a7b2261223a31"
          "7d"),
      "http1",
      ":request@0+55 { request:line=POST /a HTTP/1.1@0+18 Host:header=x@18+9 Content-Length:header=7@27+19 "
      "body:bytes=7b2261223a317d@48+7 { content:object@48+7 { a:number=1@49+5 } } }",
      "" },
    { "http response", hex("485454502f312e3120323034204e6f20436f6e74656e740d0a5365727665723a20790d0a0d0a"), "http1",
      ":response@0+38 { status:line=HTTP/1.1 204 No Content@0+25 Server:header=y@25+11 }", "http1" },
    { "http chunk", "PUT / HTTP/1.1\r\ntransfer-encoding: Chunked\r\n\r\n7;x\r\n{\"a\":1}\r\n0\r\n\r\n", "http1",
      ":request@0+65 { request:line=PUT / HTTP/1.1@0+16 transfer-encoding:header=Chunked@16+28 "
      "body:chunked=7b2261223a317d@46+19 { content:object@51+7 { a:number=1@52+5 } } }",
      "" },
    { "http chunks", "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n",
      "http1",
      ":request@0+68 { request:line=PUT / HTTP/1.1@0+16 Transfer-Encoding:header=chunked@16+28 "
      "body:chunked=7b2261223a317d@46+22 { content:object@46+22 { a:number=1@46+22 } } }",
      "" },
    { "http chunks, cut off", "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"a", "http1",
      ":request@0+52 { request:line=PUT / HTTP/1.1@0+16 Transfer-Encoding:header=chunked@16+28 "
      "body:bytes=390d0a7b2261@46+6 { content:utf-8@46+6 { 1:line=9@46+3 2:line={\"a@49+3 } } }",
      "" },
    { "http2 settings", hex("04000000000000030000006400040000ffff"), "http2",
      ":frame@0+18 { type:enum=SETTINGS (4)@0+1 flags:integer=0@1+1 stream:integer=0@2+4 setting:setting@6+6 { "
      "id:enum=MAX_CONCURRENT_STREAMS (3)@6+2 value:integer=100@8+4 } setting:setting@12+6 { "
      "id:enum=INITIAL_WINDOW_SIZE (4)@12+2 value:integer=65535@14+4 } }",
      "http2" },
    { "http2 data", hex("0001000000017b2261223a317d"), "http2",
      ":frame@0+13 { type:enum=DATA (0)@0+1 flags:integer=1@1+1 stream:integer=1@2+4 content:bytes=7b2261223a317d@6+7 "
      "{ content:object@6+7 { a:number=1@7+5 } } }",
      "http2" },
    { "nerdbank frame", hex("0200000001000568656c6c6f"), "nerdbank",
      ":frame@0+12 { code:enum=Content (2)@0+1 channel:integer=1@1+4 size:integer=5@5+2 content:bytes=68656c6c6f@7+5 { "
      "content:utf-8=hello@7+5 } }",
      "nerdbank" },
    { "nerdbank messagepack", hex("930001a46e616d65"), "nerdbank",
      ":array@0+8 { 0:integer=0@1+1 1:integer=1@2+1 2:string=name@3+5 }", "nerdbank" },
    { "call", hex("000541646400020131013200"), "pipemethodcalls",
      ":request@0+12 { type:integer=0@0+1 callId:integer=5@1+1 method:string=Add@2+4 argumentCount:integer=2@6+1 "
      "argument:bytes=31@8+1 argument:bytes=32@10+1 genericArgumentCount:integer=0@11+1 }",
      "pipemethodcalls" },
    { "failed call", hex("0105006e6f00"), "pipemethodcalls",
      ":response@0+6 { type:integer=1@0+1 callId:integer=5@1+1 succeeded:boolean=false@2+1 error:string=no@3+3 }",
      "pipemethodcalls" },
};

} // namespace pipeglass::test
