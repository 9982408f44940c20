// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/jobs/csv.h"
#include "app/server/jobs/import.h"
#include "app/server/store/store.h"
#include "core/base/clock.h"
#include "core/base/random.h"

using namespace Qt::StringLiterals;

namespace akwaba::jobs {

namespace {

constexpr qsizetype rowsTogether = 200;

Result<Product> productOf(const CsvRow &row)
{
    Product product;
    product.reference = row[u"reference"_s];
    product.name = row[u"name"_s];
    product.compatibleWith = row[u"compatible_with"_s].split(u' ', Qt::SkipEmptyParts);
    const auto kind = fromWireName<ProductKind>(row[u"kind"_s]);
    bool months = false;
    product.warrantyMonths = row[u"warranty_months"_s].toInt(&months);
    const QString active = row[u"active"_s].toLower();
    if (product.reference.isEmpty()) return fail(Code::BadInput, u"no reference"_s);
    if (product.name.isEmpty()) return fail(Code::BadInput, u"no name"_s);
    if (!kind) return fail(Code::BadInput, u"kind is none of toner, printer, accessory"_s);
    if (!months || product.warrantyMonths < 0) return fail(Code::BadInput, u"warranty_months is no number"_s);
    if (active != u"yes" && active != u"no") return fail(Code::BadInput, u"active is neither yes nor no"_s);
    product.kind = *kind;
    product.active = active == u"yes";
    return product;
}

Result<void> keep(store::Writer &writer, Product product, ImportReport &report)
{
    const auto known = writer.productByReference(product.reference);
    if (!known) return tl::unexpected(known.error());
    product.id = *known ? (*known)->id : newId<ProductId>(writer.clock(), writer.random());
    const auto stored = writer.put(product);
    if (!stored) return tl::unexpected(stored.error());
    if (!*known)
        ++report.created;
    else if (stored->rev != (*known)->rev)
        ++report.updated;
    else
        ++report.unchanged;
    return {};
}

} // namespace

Result<ImportReport> importProducts(store::Store &store, const QByteArray &csv)
{
    const auto rows =
        readCsv(csv, {u"reference"_s, u"name"_s, u"kind"_s, u"compatible_with"_s, u"warranty_months"_s, u"active"_s});
    if (!rows) return tl::unexpected(rows.error());
    ImportReport report;
    QList<Product> products;
    for (const CsvRow &row : *rows) {
        auto product = productOf(row);
        if (product)
            products.append(std::move(*product));
        else
            report.refused.append({row.line, product.error().detail});
    }
    for (qsizetype at = 0; at < products.size(); at += rowsTogether) {
        const auto done = store.write([&](store::Writer &writer) -> Result<void> {
            for (const Product &product : products.mid(at, rowsTogether)) {
                if (auto stored = keep(writer, product, report); !stored) return stored;
            }
            return {};
        });
        if (!done) return tl::unexpected(done.error());
    }
    return report;
}

} // namespace akwaba::jobs
