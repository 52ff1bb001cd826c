/* xlsx_part.c: see xlsx_part.h. */

#include "file/xlsx_part.h"

#include "base/memory.h"

#include <expat.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum {
    STEP = 1 << 15,
    TOKEN_MOST = 1 << 22, /* a tag, a name, a comment: cells have at most 32,767 signs */
    DEPTH_MOST = 64,
    BOMB_BYTES = 1 << 24, /* smaller parts may be as dense as they like */
    BOMB_RATIO = 400,     /* of rows that are all the same it is below 100 */
};

struct hz_xlsx_part {
    zip_file_t *bytes;
    XML_Parser parser;
    const char *file, *path;
    const struct hz_xlsx_handlers *handlers;
    void *context;
    size_t held; /* bytes given to the parser since its last event, or more */
    int depth;
    bool is_stopped;
    struct hz_error *err; /* of the present step */
};

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

const char *hz_xlsx_attribute(const char **attribute, const char *name)
{
    for (; attribute[0]; attribute += 2)
        if (strcmp(local_name(attribute[0]), name) == 0)
            return attribute[1];
    return NULL;
}

bool hz_xlsx_is_true(const char *value)
{
    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

void hz_xlsx_part_stop(struct hz_xlsx_part *part)
{
    part->is_stopped = true;
    XML_StopParser(part->parser, XML_FALSE);
}

static void refuse(struct hz_xlsx_part *part, const char *what)
{
    hz_error_set(part->err, HZ_ERROR_DATA, (struct hz_place){.file = part->file},
                 _("%s in the workbook %s: no program for workbooks writes that"), part->path,
                 what);
    hz_xlsx_part_stop(part);
}

static void on_start(void *context, const char *name, const char **attribute)
{
    struct hz_xlsx_part *part = context;
    part->held = 0;
    if (++part->depth > DEPTH_MOST)
        refuse(part, _("nests too deeply"));
    else if (!part->is_stopped)
        part->handlers->start(part->context, local_name(name), attribute);
}

static void on_end(void *context, const char *name)
{
    struct hz_xlsx_part *part = context;
    part->held = 0;
    part->depth--;
    if (part->handlers->end && !part->is_stopped)
        part->handlers->end(part->context, local_name(name));
}

static void on_text(void *context, const char *at, int length)
{
    struct hz_xlsx_part *part = context;
    part->held = 0;
    if (part->handlers->text && !part->is_stopped)
        part->handlers->text(part->context, at, (size_t)length);
}

static void on_comment(void *context, const char *text)
{
    (void)text;
    ((struct hz_xlsx_part *)context)->held = 0;
}

/* Without a document type there are no entities but XML's own five. */
static void on_doctype(void *context, const char *name, const char *system, const char *public,
                       int has_subset)
{
    (void)name, (void)system, (void)public, (void)has_subset;
    refuse(context, _("declares a document type, and so entities"));
}

/* Whether the zip file says of itself that the part unpacks to something no machine wants. */
static bool is_bomb(zip_t *zip, zip_uint64_t index)
{
    zip_stat_t stat;
    const zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    return zip_stat_index(zip, index, 0, &stat) == 0 && (stat.valid & wanted) == wanted &&
           stat.size > BOMB_BYTES && stat.size / BOMB_RATIO > stat.comp_size;
}

bool hz_xlsx_part_open(struct hz_xlsx_part **part, zip_t *zip, const char *file, const char *path,
                       const struct hz_xlsx_handlers *handlers, void *context, struct hz_error *err)
{
    const struct hz_place place = {.file = file};
    const zip_int64_t index = zip_name_locate(zip, path, ZIP_FL_NOCASE);
    if (index < 0)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("the workbook lacks its part %s"), path);
    if (is_bomb(zip, (zip_uint64_t)index))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("%s in the workbook unpacks to more than %d times its size: a zip "
                              "bomb, no table"),
                            path, BOMB_RATIO);
    zip_file_t *bytes = zip_fopen_index(zip, (zip_uint64_t)index, 0);
    if (!bytes)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("%s in the workbook cannot be opened: %s"),
                            path, zip_strerror(zip));
    struct hz_xlsx_part *made = hz_allocate(1, sizeof *made);
    *made = (struct hz_xlsx_part){.bytes = bytes,
                                  .parser = XML_ParserCreate(NULL),
                                  .file = file,
                                  .path = path,
                                  .handlers = handlers,
                                  .context = context};
    XML_SetUserData(made->parser, made);
    XML_SetElementHandler(made->parser, on_start, on_end);
    XML_SetCharacterDataHandler(made->parser, on_text);
    XML_SetCommentHandler(made->parser, on_comment);
    XML_SetStartDoctypeDeclHandler(made->parser, on_doctype);
    *part = made;
    return true;
}

bool hz_xlsx_part_step(struct hz_xlsx_part *part, bool *is_over, struct hz_error *err)
{
    const struct hz_place place = {.file = part->file};
    void *block = XML_GetBuffer(part->parser, STEP);
    const zip_int64_t got = block ? zip_fread(part->bytes, block, STEP) : -1;
    if (got < 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("%s in the workbook is damaged or cut off: %s"), part->path,
                            zip_file_strerror(part->bytes));
    part->err = err;
    part->held += (size_t)got;
    *is_over = got == 0;
    const enum XML_Status status = XML_ParseBuffer(part->parser, (int)got, *is_over);
    if (err->kind)
        return false;
    if (status == XML_STATUS_ERROR)
        return hz_error_set(err, HZ_ERROR_DATA, place, _("%s in the workbook is damaged: %s"),
                            part->path, XML_ErrorString(XML_GetErrorCode(part->parser)));
    if (part->held > TOKEN_MOST) /* a token that is not at its end is kept by the parser */
        refuse(part, _("has a tag of megabytes"));
    return !err->kind;
}

bool hz_xlsx_part_all(zip_t *zip, const char *file, const char *path,
                      const struct hz_xlsx_handlers *handlers, void *context, struct hz_error *err)
{
    struct hz_xlsx_part *part;
    bool is_over = false;
    if (zip_name_locate(zip, path, ZIP_FL_NOCASE) < 0)
        return true;
    bool done = hz_xlsx_part_open(&part, zip, file, path, handlers, context, err);
    if (!done)
        return false;
    while (done && !is_over)
        done = hz_xlsx_part_step(part, &is_over, err);
    hz_xlsx_part_close(part);
    return done;
}

void hz_xlsx_part_close(struct hz_xlsx_part *part)
{
    if (!part)
        return;
    XML_ParserFree(part->parser);
    zip_fclose(part->bytes);
    free(part);
}
