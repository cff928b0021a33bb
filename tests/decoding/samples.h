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
};

// MessagePack as written by msgpack for Python, CBOR by cbor2, BSON by pymongo, gzip by zlib; the rest from the
// specifications.
inline const DecodingSample decodingSamples[] = {
    { "json",
      hex("7b226964223a372c226e616d65223a225a6fc3ab205c75303065395c6e222c226f6b223a747275652c226e6f6e65223a6e756c6c2c22"
          "6c697374223a5b312e352c2274776f222c5b5d2c7b7d5d7d"),
      "json",
      ":object@0+78 { id:number=7@1+6 name:string=Zoë é\n@8+22 ok:boolean=true@31+9 none:null=null@41+11 "
      "list:array@53+24 { 0:number=1.5@61+3 1:string=two@65+5 2:array@71+2 3:object@74+2 } }" },
    { "json with blanks", hex("efbbbf205b2031202c207b20226122203a202d326535207d205d0a"), "json",
      ":array@4+22 { 0:number=1@6+1 1:object@10+14 { a:number=-2e5@12+10 } }" },
    { "json string", hex("2271756f74656422"), "json", ":string=quoted@0+8" },
    { "json with invalid UTF-8", hex("7b22626164223a22fffe227d"), "json",
      ":object@0+12 { bad:string=\\xff\\xfe@1+10 }" },
    { "json with invalid number", hex("5b30315d"), "text", ":utf-8=[01]@0+4" },
    { "two json values", hex("7b2261223a317d7b2262223a327d"), "text", ":utf-8={\"a\":1}{\"b\":2}@0+14" },
    { "json in json", hex("7b22696e223a20227b5c22715c223a317d227d"), "json",
      ":object@0+19 { in:string={\"q\":1}@1+17 { json:object@1+17 { q:number=1@1+17 } } }" },
    { "base64 in json",
      hex("7b2264617461223a202265794a34496a70624d56313949434167222c2022776f7264223a20226162636465666768696a6b6c6d6e6f70"
          "227d"),
      "json",
      ":object@0+56 { data:string=eyJ4IjpbMV19ICAg@1+26 { base64:object@1+26 { x:array@1+26 { 0:number=1@1+26 } } } "
      "word:string=abcdefghijklmnop@29+26 }" },
    { "gzip in base64",
      hex("7b22677a223a202248347349414141414141414341367457536c5379696a62554d59717442514345323959584377414141413d3d227"
          "d"),
      "json",
      ":object@0+54 { gz:string=H4sIAAAAAAACA6tWSlSyijbUMYqtBQCE29YXCwAAAA==@1+52 { uncompressed:object@1+52 { "
      "a:array@1+52 { 0:number=1@1+52 1:number=2@1+52 } } } }" },
    { "gzip", hex("1f8b0800000000000203b3295248b4553254d2b703000f8461380a000000"), "gzip",
      ":gzip=1f8b0800000000000203b3295248b4553254d2b703000f8461380a000000@0+30 { r:element@0+30 { a:attribute=1@0+30 } "
      "}" },
    { "xml",
      hex("3c3f786d6c2076657273696f6e3d22312e30223f3e0a3c6120783d223126616d703b32223e3c623e68c3a96c6c6f3c2f623e3c632f3e"
          "0a3c212d2d6e6f74652d2d3e3c643e3c215b43444154415b3c783e5d5d3e3c652f3e3c2f643e3c2f613e"),
      "xml",
      "a:element@22+74 { x:attribute=1&2@22+15 b:element@37+13 { :text=héllo@40+6 } c:element@50+4 :comment=note@55+11 "
      "d:element@66+26 { :CDATA=<x>@69+15 e:element@84+4 } }" },
    { "xml that is not closed", hex("3c613e3c623e3c2f613e"), "text", ":utf-8=<a><b></a>@0+10" },
    { "messagepack", hex("8401a161a16b9601fecb4004000000000000c0c3c402000192010203a174d7ff000007d000000001"),
      "messagepack",
      ":map@0+40 { 1:string=a@1+3 k:array@4+20 { 0:integer=1@7+1 1:integer=-2@8+1 2:float=2.5@9+9 3:null=null@18+1 "
      "4:boolean=true@19+1 5:bytes=0001@20+4 } 920102:integer=3@24+4 t:timestamp=1970-01-01T00:00:01.000000500Z@28+12 "
      "}" },
    { "messagepack, long forms",
      hex("96d921787878787878787878787878787878787878787878787878787878787878787878ce00011170d2fffeee90cf80000000000000"
          "00dc0010000102030405060708090a0b0c0d0e0fc70305616263"),
      "messagepack",
      ":array@0+80 { 0:string=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx@1+35 1:integer=70000@36+5 2:integer=-70000@41+5 "
      "3:integer=9223372036854775808@46+9 4:array@55+19 { 0:integer=0@58+1 1:integer=1@59+1 2:integer=2@60+1 "
      "3:integer=3@61+1 4:integer=4@62+1 5:integer=5@63+1 6:integer=6@64+1 7:integer=7@65+1 8:integer=8@66+1 "
      "9:integer=9@67+1 10:integer=10@68+1 11:integer=11@69+1 12:integer=12@70+1 13:integer=13@71+1 14:integer=14@72+1 "
      "15:integer=15@73+1 } 5:extension=616263@74+6 { content:utf-8=abc@77+3 } }" },
    { "messagepack in messagepack", hex("81a5696e6e6572c4049201a161"), "messagepack",
      ":map@0+13 { inner:bytes=9201a161@1+12 { content:array@9+4 { 0:integer=1@10+1 1:string=a@11+2 } } }" },
    { "cbor",
      hex("a5016161616b8501fb4004000000000000f6f5420001636e6567246164c074323032302d30312d30315430303a30303a30305a820102"
          "03"),
      "cbor",
      ":map@0+55 { 1:string=a@1+3 k:array@4+18 { 0:integer=1@7+1 1:float=2.5@8+9 2:null=null@17+1 3:boolean=true@18+1 "
      "4:bytes=0001@19+3 } neg:integer=-5@22+5 d:tag@27+24 { 0:string=2020-01-01T00:00:00Z@30+21 } "
      "820102:integer=3@51+4 }" },
    { "cbor, indefinite lengths", hex("9f01bf6161f97e00ff5f41614162ff7f61616162ffff"), "cbor",
      ":array@0+22 { 0:integer=1@1+1 1:map@2+7 { a:float=nan@3+5 } 2:bytes=6162@9+6 3:string=ab@15+6 }" },
    { "bson",
      hex("72000000106100010000000262000200000078000463001f000000103000010000000331001000000001640000000000000004400000"
          "076f6964006b0b8b334a5560381230af9b0562696e00020000000000010964740000e8665e6f010000126c0000000000000100000874"
          "00010a7a0000"),
      "bson",
      ":document@0+114 { a:int32=1@4+7 b:string=x@11+9 c:array@20+34 { 0:int32=1@27+7 1:document@34+19 { "
      "d:double=2.5@41+11 } } oid:objectid=6b0b8b334a5560381230af9b@54+17 bin:bytes=0001@71+12 "
      "dt:datetime=2020-01-01T00:00:00.000Z@83+12 l:int64=1099511627776@95+11 t:boolean=true@106+4 z:null=null@110+3 "
      "}" },
    { "protobuf", hex("089601120774657374696e671a03089601210000000000000a402d00002040330801343a02ff00"), "protobuf",
      ":message@0+39 { 1:varint=150@0+3 2:string=testing@3+9 3:message@12+5 { 1:varint=150@14+3 } 4:double=3.25@17+9 "
      "5:float=2.5@26+5 6:group@31+4 { 1:varint=1@32+2 } 7:bytes=ff00@35+4 }" },
    { "nrbf", hex("0001000000ffffffff010000000000000006010000000568656c6c6f0b"), "nrbf",
      ":nrbf@0+29 { record:record@0+17 { type:enum=SerializedStreamHeader (0)@0+1 rootId:integer=1@1+4 "
      "headerId:integer=-1@5+4 majorVersion:integer=1@9+4 minorVersion:integer=0@13+4 } record:record@17+11 { "
      "type:enum=BinaryObjectString (6)@17+1 objectId:integer=1@18+4 value:string=hello@22+6 } record:record@28+1 { "
      "type:enum=MessageEnd (11)@28+1 } }" },
    { "text", hex("68656c6c6f20776f726c64"), "text", ":utf-8=hello world@0+11" },
    { "lines", hex("6f6e650d0a74776f0a"), "text", ":utf-8@0+9 { 1:line=one@0+5 2:line=two@5+4 }" },
    { "utf-16", hex("770069006400650020007400650078007400"), "text", ":utf-16le=wide text@0+18" },
    { "utf-16, big-endian lines", hex("006f006e0065000a00740077006f"), "text",
      ":utf-16be@0+14 { 1:line=one@0+8 2:line=two@8+6 }" },
    { "latin-1", hex("6e61ef766520636166e920616e64206d6f7265"), "text", ":latin-1=naïve café and more@0+19" },
    { "random bytes", hex("000102fffe"), "", "" },
    { "one byte", hex("05"), "", "" },
    { "nothing", hex(""), "", "" },
};

} // namespace pipeglass::test
