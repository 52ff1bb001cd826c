/*
 * xlsx_of.h: workbooks for tests, zipped of XML that the test writes by hand, so that each shows
 * one thing that some program writes, or that none does.
 */

#ifndef TESTS_XLSX_OF_H
#define TESTS_XLSX_OF_H

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

struct xlsx_of {
    const char *workbook; /* within <workbook>; NULL: one sheet, "Roster" */
    const char *styles;   /* within <styleSheet> */
    const char *strings;  /* within <sst> */
    const char *sheet;    /* within <sheetData> */
    const char *behind;   /* behind it */
    const char *prolog;   /* before the sheet's root */
};

static inline void xlsx_add(zip_t *zip, const char *path, const char *before, const char *inside,
                            const char *after)
{
    const size_t size = strlen(before) + strlen(inside) + strlen(after);
    char *text = malloc(size + 1);
    if (!text)
        abort();
    snprintf(text, size + 1, "%s%s%s", before, inside, after);
    zip_source_t *source = zip_source_buffer(zip, text, size, 1);
    if (zip_file_add(zip, path, source, ZIP_FL_OVERWRITE) < 0)
        abort();
}

/* The bytes of a workbook; the caller frees the buffer. */
static inline struct hz_buffer xlsx_of(const struct xlsx_of *of)
{
    zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_source_keep(made);
    zip_t *zip = zip_open_from_source(made, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    xlsx_add(zip, "_rels/.rels", "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" ",
             "Target=\"xl/workbook.xml\"/>", "</Relationships>");
    xlsx_add(zip, "xl/workbook.xml", "<workbook xmlns:r=\"r\">",
             of->workbook ? of->workbook
                          : "<sheets><sheet name=\"Roster\" sheetId=\"1\" r:id=\"r1\"/></sheets>",
             "</workbook>");
    xlsx_add(zip, "xl/_rels/workbook.xml.rels", "<Relationships>",
             "<Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
             "<Relationship Id=\"r2\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>",
             "</Relationships>");
    xlsx_add(zip, "xl/styles.xml", "<styleSheet>", of->styles ? of->styles : "", "</styleSheet>");
    xlsx_add(zip, "xl/sharedStrings.xml", "<sst>", of->strings ? of->strings : "", "</sst>");
    const char *prolog = of->prolog ? of->prolog : "";
    char *start = malloc(strlen(prolog) + 64),
         *end = malloc(strlen(of->behind ? of->behind : "") + 64);
    if (!start || !end)
        abort();
    sprintf(start, "%s<worksheet><sheetData>", prolog);
    sprintf(end, "</sheetData>%s</worksheet>", of->behind ? of->behind : "");
    xlsx_add(zip, "xl/worksheets/sheet1.xml", start, of->sheet ? of->sheet : "", end);
    xlsx_add(zip, "xl/worksheets/sheet2.xml", "<worksheet><sheetData><row><c t=\"inlineStr\"><is>",
             "<t>second</t>", "</is></c></row></sheetData></worksheet>");
    if (zip_close(zip) != 0)
        abort();
    free(start);
    free(end);
    zip_stat_t stat;
    struct hz_buffer bytes = {0};
    if (zip_source_stat(made, &stat) != 0 || zip_source_open(made) != 0)
        abort();
    const zip_int64_t got = zip_source_read(made, hz_buffer_reserve(&bytes, stat.size), stat.size);
    bytes.length = got > 0 ? (size_t)got : 0;
    zip_source_close(made);
    zip_source_free(made);
    return bytes;
}

#endif
