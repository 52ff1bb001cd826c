/*
 * Any bytes as a report's description: refused, or its pipelines are words without a shell's signs
 * outside of quotes, and a page is made of it that holds no tag of theirs.
 */

#include "report/document.h"
#include "report/page.h"
#include "report/pipeline.h"

#include <assert.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool has(const struct hz_buffer *page, const char *what)
{
    return memmem(page->at, page->length, what, strlen(what)) != NULL;
}

/* What the commands would have printed: a cell of it is HTML. */
static const char printed[] = "year,plan,value\n2023,<script>x</script>,1.5\n2024,\"a|`\n\",2\n";

static void write_page(const struct hz_report *report, struct hz_report_result result[],
                       struct hz_text bytes)
{
    const struct hz_report_document document = {
        .report = report, .result = result, .name = "fuzz", .description = bytes};
    struct hz_error err = {0};
    for (int format = HZ_REPORT_HTML; format <= HZ_REPORT_MD; format++) {
        struct hz_buffer page = {0};
        struct hz_page read;
        struct hz_arena arena = {0};
        if (format == HZ_REPORT_XLSX)
            continue;
        if (hz_report_write(&document, (enum hz_report_format)format, &page, NULL, &err)) {
            assert(!has(&page, "<script") && !has(&page, "<img") && !has(&page, "<iframe"));
            if (format == HZ_REPORT_HTML)
                assert(hz_page_read(&read, "page", (struct hz_text){page.at, page.length}, &arena,
                                    &err) &&
                       read.manifests == 0);
        } else {
            assert(err.kind == HZ_ERROR_DATA);
        }
        hz_arena_free(&arena);
        hz_buffer_free(&page);
    }
}

static void run_parts(struct hz_report *report, struct hz_text bytes, struct hz_arena *arena)
{
    struct hz_error err = {0};
    static struct hz_sheet sheet; /* read once: finding a header takes longer than all the rest */
    static struct hz_arena kept;
    struct hz_report_result *result = hz_arena_allocate(arena, report->parts, sizeof *result);
    if (!sheet.columns && !hz_sheet_parse(&sheet, "table", hz_text_of(printed), &kept, &err))
        abort();
    for (size_t p = 0; p < report->parts; p++) {
        struct hz_pipeline pipeline;
        if (!report->part[p].run)
            continue;
        if (!hz_pipeline_parse(&pipeline, report, &report->part[p], arena, &err)) {
            assert(err.kind == HZ_ERROR_DATA);
            return;
        }
        for (size_t c = 0; c < pipeline.commands; c++)
            assert(pipeline.command[c].words > 0 &&
                   !pipeline.command[c].word[pipeline.command[c].words]);
        result[p].sheet = &sheet;
    }
    write_page(report, result, bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct hz_text bytes = {(const char *)data, size};
    struct hz_arena arena = {0};
    struct hz_report report;
    struct hz_error err = {0};
    struct hz_page page;
    struct hz_buffer picture = {0};
    if (hz_report_parse(&report, "fuzz", bytes, &arena, &err))
        run_parts(&report, bytes, &arena);
    else
        assert(err.kind == HZ_ERROR_DATA);
    err = (struct hz_error){0};
    assert(hz_page_read(&page, "fuzz", bytes, &arena, &err) || err.kind == HZ_ERROR_DATA);
    if (hz_page_picture(&picture, bytes, hz_text_of("g"), &err))
        assert(hz_page_picture_is_plain((struct hz_text){picture.at, picture.length}));
    hz_buffer_free(&picture);
    hz_arena_free(&arena);
    return 0;
}
