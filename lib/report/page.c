/* page.c: see page.h. */

#include "report/page.h"

#include "base/attr.h"

bool hz_page_is_one(struct hz_text bytes)
{
    const size_t length = sizeof HZ_PAGE_BEGIN - 1;
    return bytes.length >= length && memcmp(bytes.at, HZ_PAGE_BEGIN, length) == 0;
}

static struct hz_text unescape(struct hz_text text, struct hz_arena *arena)
{
    static const char signs[] = "<>&\"'";
    static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};
    struct hz_buffer out = {0};
    for (size_t i = 0; i < text.length;) {
        size_t s = 0;
        while (s < HZ_COUNT(names) && !(text.length - i >= strlen(names[s]) &&
                                        memcmp(text.at + i, names[s], strlen(names[s])) == 0))
            s++;
        hz_buffer_char(&out, s < HZ_COUNT(names) ? signs[s] : text.at[i]);
        i += s < HZ_COUNT(names) ? strlen(names[s]) : 1;
    }
    const struct hz_text plain = hz_arena_text(arena, (struct hz_text){out.at, out.length});
    hz_buffer_free(&out);
    return plain;
}

/* The next text between two marks, from *at on, which moves behind it; false: there is none. */
static bool next(struct hz_text bytes, size_t *at, const char *open, const char *close,
                 struct hz_text *between)
{
    const char *from = memmem(bytes.at + *at, bytes.length - *at, open, strlen(open));
    if (!from)
        return false;
    from += strlen(open);
    const size_t left = bytes.length - (size_t)(from - bytes.at);
    const char *to = memmem(from, left, close, strlen(close));
    if (!to)
        return false;
    *between = (struct hz_text){from, (size_t)(to - from)};
    *at = (size_t)(to - bytes.at) + strlen(close);
    return true;
}

static size_t count(struct hz_text bytes, const char *open, const char *close)
{
    size_t at = 0, found = 0;
    struct hz_text ignored;
    while (next(bytes, &at, open, close, &ignored))
        found++;
    return found;
}

bool hz_page_read(struct hz_page *page, const char *name, struct hz_text bytes,
                  struct hz_arena *arena, struct hz_error *err)
{
    size_t order = 0, description = 0, at = 0, picture = 0;
    struct hz_text *manifests, *pictures;
    *page = (struct hz_page){.manifests = count(bytes, HZ_PAGE_MANIFEST, HZ_PAGE_END),
                             .pictures = count(bytes, HZ_PAGE_PICTURE, HZ_PAGE_PICTURE_END)};
    if (!next(bytes, &order, HZ_PAGE_ORDER, HZ_PAGE_END, &page->order) ||
        !next(bytes, &description, HZ_PAGE_DESCRIPTION, HZ_PAGE_END, &page->description))
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = name},
                            _("this is no report that hz-report has written, or a part of one: its "
                              "description is missing"));
    page->order = unescape(page->order, arena);
    page->description = unescape(page->description, arena);
    manifests = hz_arena_allocate(arena, page->manifests, sizeof *manifests);
    pictures = hz_arena_allocate(arena, page->pictures, sizeof *pictures);
    for (size_t m = 0; m < page->manifests; m++) {
        if (!next(bytes, &at, HZ_PAGE_MANIFEST, HZ_PAGE_END, &manifests[m]))
            break;
        manifests[m] = unescape(manifests[m], arena);
    }
    for (size_t p = 0; p < page->pictures; p++)
        if (!next(bytes, &picture, HZ_PAGE_PICTURE, HZ_PAGE_PICTURE_END, &pictures[p]))
            break;
    page->manifest = manifests;
    page->picture = pictures;
    return true;
}
