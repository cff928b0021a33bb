// SPDX-License-Identifier: MIT
#include "formats/language/parser.h"

#include "formats/formattext.h"
#include "formats/language/tokenreader.h"

#include <algorithm>

namespace pipeglass::formats {

namespace {

class Parser {
public:
    explicit Parser(QByteArrayView text)
        : m_in(text)
    {
    }

    tl::expected<FormatSyntax, Diagnostic> run()
    {
        if (!m_in.takeWord("format"))
            m_in.failExpecting(FormatText::tr("\"format\" and a name"));
        m_format.name = m_in.requireFormatName();
        constexpr qsizetype longestName = 64;
        if (m_format.name.size() > longestName || m_format.name == "auto")
            m_in.fail({}, FormatText::tr("a name has at most 64 characters and is not \"auto\""));
        m_in.require(";");
        while (!m_in.atEnd())
            parseItem();
        if (m_in.error())
            return tl::unexpected<Diagnostic>(*m_in.error());
        return std::move(m_format);
    }

private:
    void parseItem()
    {
        if (m_in.takeWord("title")) {
            m_format.title = m_in.requireText();
            m_in.require(";");
        } else if (m_in.takeWord("description")) {
            m_format.description = m_in.requireText();
            m_in.require(";");
        } else if (m_in.isWord("enum")) {
            parseEnumeration();
        } else if (m_in.isWord("bits")) {
            parseBits();
        } else if (m_in.isWord("struct")) {
            parseStruct();
        } else if (m_in.isWord("frame")) {
            parseSides(m_format.frame);
        } else if (m_in.isWord("message")) {
            parseSides(m_format.message);
        } else if (m_in.takeWord("match")) {
            parseMatch();
        } else {
            m_in.failExpecting(FormatText::tr(
                "one of \"title\", \"description\", \"enum\", \"bits\", \"struct\", \"frame\", \"message\" "
                "and \"match\""));
        }
    }

    /// The name of a type, which is not taken yet.
    QByteArray newTypeName()
    {
        const Position at = m_in.peek().at;
        QByteArray name = m_in.requireName();
        const auto isIt = [&](const auto &one) { return one.name == name; };
        const bool isTaken = std::ranges::any_of(m_format.enumerations, isIt)
            || std::ranges::any_of(m_format.bits, isIt) || std::ranges::any_of(m_format.structs, isIt);
        if (isTaken)
            m_in.fail(at, FormatText::tr("there is a type \"%1\" already").arg(QString::fromUtf8(name)));
        static const std::vector<QByteArray> known{ "bytes", "utf8", "latin1", "utf16le", "utf16be", "guid" };
        if (numberTypeNamed(name) || std::ranges::find(known, name) != known.end())
            m_in.fail(at, FormatText::tr("\"%1\" is a type of the language").arg(QString::fromUtf8(name)));
        return name;
    }

    NumberType requireInteger()
    {
        const Position at = m_in.peek().at;
        const auto type = numberTypeNamed(m_in.requireName());
        if (!type || !type->isInteger())
            m_in.fail(at, FormatText::tr("expected a type of integers, such as u8 or i32le"));
        return type.value_or(NumberType());
    }

    void parseEnumeration()
    {
        (void)m_in.take();
        Enumeration one;
        one.name = newTypeName();
        m_in.require(":");
        one.type = requireInteger();
        m_in.require("{");
        while (!m_in.isSymbol("}") && !m_in.atEnd()) {
            const Position at = m_in.peek().at;
            NamedValue word{ m_in.requireName(), 0 };
            m_in.require("=");
            const bool isNegative = m_in.takeSymbol("-");
            word.value = m_in.requireNumber();
            if (isNegative)
                word.value = ~word.value + 1;
            const bool isTaken = std::ranges::any_of(one.words, [&](const NamedValue &other) {
                return other.name == word.name || other.value == word.value;
            });
            if (isTaken)
                m_in.fail(at, FormatText::tr("this name or number is in the enum already"));
            one.words.push_back(std::move(word));
            if (!m_in.takeSymbol(",") && !m_in.isSymbol("}"))
                m_in.failExpecting(FormatText::tr("\",\" or \"}\""));
        }
        m_in.require("}");
        m_format.enumerations.push_back(std::move(one));
    }

    void parseBits()
    {
        const Position start = m_in.take().at;
        BitFields one;
        one.name = newTypeName();
        m_in.require(":");
        one.type = requireInteger();
        if (one.type.kind != NumberType::Kind::Unsigned)
            m_in.fail(start, FormatText::tr("bits are parts of an unsigned number, such as u8 or u16be"));
        m_in.require("{");
        quint64 total = 0;
        while (!m_in.isSymbol("}") && !m_in.atEnd()) {
            const Position at = m_in.peek().at;
            NamedValue part{ m_in.requireName(), 1 };
            if (m_in.takeSymbol(":"))
                part.value = m_in.requireNumber();
            const bool isTaken =
                std::ranges::any_of(one.parts, [&](const NamedValue &other) { return other.name == part.name; });
            total += qMin<quint64>(part.value, 64);
            if (isTaken || part.value == 0 || total > one.type.width * 8U)
                m_in.fail(at, FormatText::tr("this name is taken, or there are not so many bits left"));
            one.parts.push_back(std::move(part));
            if (!m_in.takeSymbol(",") && !m_in.isSymbol("}"))
                m_in.failExpecting(FormatText::tr("\",\" or \"}\""));
        }
        if (total != one.type.width * 8U)
            m_in.fail(
                m_in.peek().at,
                FormatText::tr("the parts have %1 bits, the number has %2").arg(total).arg(one.type.width * 8));
        m_in.require("}");
        m_format.bits.push_back(std::move(one));
    }

    void parseStruct()
    {
        StructSyntax one;
        one.at = m_in.take().at;
        one.name = newTypeName();
        m_in.require("{");
        one.body = parseBody(m_in);
        m_format.structs.push_back(std::move(one));
    }

    /// "frame" or "message", of both sides or of one.
    void parseSides(PerSide<std::optional<BlockSyntax>> &to)
    {
        BlockSyntax block;
        const Token keyword = m_in.take();
        block.at = keyword.at;
        const bool isClient = m_in.takeWord("client");
        const bool isServer = !isClient && m_in.takeWord("server");
        if ((to.client && !isServer) || (to.server && !isClient))
            m_in.fail(block.at, FormatText::tr("there is a \"%1\" already").arg(QString::fromUtf8(keyword.text)));
        m_in.require("{");
        if (keyword.text == "frame" && m_in.takeWord("resync")) {
            m_in.require(";");
            block.resyncs = true;
        }
        block.body = parseBody(m_in);
        if (!isServer)
            to.client = block;
        if (!isClient)
            to.server = std::move(block);
    }

    void parseMatch()
    {
        m_in.require("{");
        while (!m_in.takeSymbol("}")) {
            if (m_in.takeWord("pipe")) {
                m_format.match.pipes.push_back(m_in.requireBytes());
            } else if (m_in.takeWord("program")) {
                m_format.match.programs.push_back(m_in.requireBytes());
            } else if (m_in.takeWord("first")) {
                const Token token = m_in.peek();
                if (token.kind == Token::Kind::String && !token.text.isEmpty())
                    m_format.match.first.push_back({ m_in.take().text, token.mask });
                else
                    m_in.failExpecting(FormatText::tr("bytes, such as \"text\" or x\"01 ?? 00\""));
            } else {
                m_in.failExpecting(FormatText::tr("\"pipe\", \"program\", \"first\" or \"}\""));
                return;
            }
            m_in.require(";");
        }
    }

    TokenReader m_in;
    FormatSyntax m_format;
};

} // namespace

tl::expected<FormatSyntax, Diagnostic> parseSyntax(QByteArrayView text) { return Parser(text).run(); }

} // namespace pipeglass::formats
