// SPDX-License-Identifier: MIT
#include "catalog/scanning/namefilter.h"

#include "catalog/entries/pipename.h"
#include "catalog/naming/spareleaf.h"
#include "endpoints/endpointtable.h"

namespace pipeglass::catalog {

namespace {

bool isKnown(QByteArrayView fileName, const QByteArray &directory, endpoints::Kind kind)
{
    return endpoints::EndpointTable::builtin().mayRecognize(fileName.toByteArray(), directory, kind);
}

} // namespace

bool NameFilter::mayMatch(QByteArrayView fileName, const QByteArray &directory) const
{
    if (fileName.startsWith(filePrefix))
        return true;
    if (m_scope == Scope::All)
        return !isSpareLeaf(fileName);
    return m_scope == Scope::DotNet
        && (isKnown(fileName, directory, endpoints::Kind::Socket)
            || isKnown(fileName, directory, endpoints::Kind::Fifo));
}

bool NameFilter::matches(QByteArrayView fileName, const QByteArray &directory, FileKind kind) const
{
    if (fileName.startsWith(filePrefix))
        return true;
    if (m_scope == Scope::Pipes || kind == FileKind::Other || isSpareLeaf(fileName))
        return false;
    return m_scope == Scope::All
        || isKnown(fileName, directory, kind == FileKind::Fifo ? endpoints::Kind::Fifo : endpoints::Kind::Socket);
}

} // namespace pipeglass::catalog
