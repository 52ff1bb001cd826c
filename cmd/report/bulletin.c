/* bulletin.c: see bulletin.h. */

#include "bulletin.h"

#include "common/language.h"
#include "report/description.h"

#include <inttypes.h>

/* Lines of the descriptions; the build makes them of data/reports/bulletin.LANGUAGE.yaml. */
static const char *const english[] = {
#include "bulletin.en.inc"
};
static const char *const chinese[] = {
#include "bulletin.zh.inc"
};

static const char *format_list(const char *first, const char *more, struct hz_arena *arena)
{
    struct hz_buffer list = {0};
    hz_buffer_format(&list, "%s%s%s", first, more ? "," : "", more ? more : "");
    const char *made = hz_arena_string(arena, (struct hz_text){list.at, list.length});
    hz_buffer_free(&list);
    return made;
}

bool hz_bulletin(struct hz_bulletin *bulletin, char *const file[2], int64_t year,
                 const char *inputs, const char *set, struct hz_arena *arena, struct hz_error *err)
{
    const bool is_chinese = strcmp(hz_language(), "zh") == 0;
    const char *const *line = is_chinese ? chinese : english;
    const size_t lines = is_chinese ? HZ_COUNT(chinese) : HZ_COUNT(english);
    struct hz_buffer text = {0}, given = {0};
    for (size_t l = 0; l < lines; l++)
        hz_buffer_string(&text, line[l]);
    bulletin->text = hz_arena_text(arena, (struct hz_text){text.at, text.length});
    bulletin->name = is_chinese ? "bulletin.zh.yaml" : "bulletin.en.yaml";
    hz_buffer_free(&text);
    for (int f = 0; f < 2; f++)
        if (*hz_report_next_given(file[f]))
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                                _("\"%s\": give the file a name without a comma and \"=\""),
                                file[f]);
    hz_buffer_format(&given, "members=%s,claims=%s", file[0], file[1]);
    hz_buffer_char(&given, '\0');
    bulletin->inputs = format_list(given.at, inputs, arena);
    given.length = 0;
    hz_buffer_format(&given, "year=%" PRId64, year);
    hz_buffer_char(&given, '\0');
    bulletin->set = format_list(given.at, set, arena);
    hz_buffer_free(&given);
    return true;
}
