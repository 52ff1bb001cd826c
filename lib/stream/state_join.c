/* state_join.c: what belongs together, and whether all of it is there: see state.h. */

#include "stream/state.h"
#include "stream/state_form.h"

#include <inttypes.h>
#include <stdlib.h>

bool hz_state_part_add(struct hz_state_parts *part, uint32_t number, uint32_t of,
                       struct hz_arena *arena)
{
    for (uint32_t i = 0; i < part->parts; i++)
        if (part->number[i] == number)
            return false;
    if (part->parts == 0)
        *part = (struct hz_state_parts){
            .of = of, .number = hz_arena_allocate(arena, of, sizeof *part->number)};
    part->number[part->parts++] = number;
    return true;
}

bool hz_state_parts_parse(struct hz_state_parts *parts, const char *text, struct hz_arena *arena,
                          struct hz_error *err)
{
    const size_t digits = strspn(text, "0123456789");
    uint64_t number = 0, of = 0;
    *parts = (struct hz_state_parts){0};
    if (text[digits] != '/' || !hz_state_count_parse((struct hz_text){text, digits}, &number) ||
        !hz_state_count_parse(hz_text_of(text + digits + 1), &of) || number == 0 || number > of ||
        of > HZ_STATE_PARTS)
        return hz_error_set(
            err, HZ_ERROR_USAGE, HZ_NOWHERE,
            _("--part: \"%s\": expected which part it is of how many, 3/8, of at most "
              "%d"),
            text, HZ_STATE_PARTS);
    return hz_state_part_add(parts, (uint32_t)number, (uint32_t)of, arena);
}

static bool same_layout(const struct hz_tally_layout *a, const struct hz_tally_layout *b)
{
    bool same = a->keys == b->keys && a->values == b->values;
    for (size_t k = 0; same && k < a->keys; k++)
        same = a->key[k].kind == b->key[k].kind && strcmp(a->key[k].name, b->key[k].name) == 0;
    for (size_t v = 0; same && v < a->values; v++)
        same =
            a->value[v].rule == b->value[v].rule && strcmp(a->value[v].name, b->value[v].name) == 0;
    same &= a->book.fields == b->book.fields;
    for (size_t f = 0; same && f < a->book.fields; f++)
        same = a->book.field[f].rule == b->book.field[f].rule &&
               strcmp(a->book.field[f].name, b->book.field[f].name) == 0;
    return same;
}

static bool same_version(const struct hz_state_head *a, const struct hz_state_head *b)
{
    return strcmp(a->version ? a->version : "", b->version ? b->version : "") == 0;
}

static bool same_arguments(const struct hz_state_head *a, const struct hz_state_head *b)
{
    bool same = a->arguments == b->arguments;
    for (size_t i = 0; same && i < a->arguments; i++)
        same = strcmp(a->argument[i], b->argument[i]) == 0;
    return same;
}

/* in = used + left out + rejected, and faults are of rejected rows. */
static bool counts_add_up(const struct hz_counts *counts)
{
    uint64_t sum, faults = 0;
    bool is_over = __builtin_add_overflow(counts->used, counts->left_out, &sum) ||
                   __builtin_add_overflow(sum, counts->rejected, &sum);
    for (size_t f = 0; f < counts->faults; f++)
        is_over |= __builtin_add_overflow(faults, counts->fault[f].rows, &faults);
    return !is_over && sum == counts->in && faults == counts->rejected &&
           counts->in <= (uint64_t)INT64_MAX;
}

/* Whether this state belongs to those already joined; the first one sets what they are. */
static bool belongs(const struct hz_state_found *found, const struct hz_fold *fold,
                    struct hz_state_head *head, struct hz_tally **tally, struct hz_error *err)
{
    struct hz_place place = {.file = found->file};
    if (*tally && strcmp(head->command, found->head.command) != 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("this state is of %s, the ones before are of %s: they do not add up"),
                            found->head.command, head->command);
    if (fold && !same_layout(&fold->layout, &found->layout))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("this state has not the layout that %s has with these options: make "
                              "it anew with --partial"),
                            found->head.command);
    if (!counts_add_up(&found->head.counts))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("the counts of rows in this state do not add up: make it anew with "
                              "--partial"));
    if (!*tally) {
        *tally = hz_tally_new(&found->layout);
        *head = found->head;
        head->counts = (struct hz_counts){0};
        head->states = 0;
        head->part = (struct hz_state_parts){0};
        head->carried = found->carried;
        return true;
    }
    if (!same_version(head, &found->head))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("this state is %s: make it anew with --partial"),
                            _("of another version"));
    if (strcmp(head->key ? head->key : "", found->head.key ? found->head.key : "") != 0)
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("the persons in this state and in the ones before are numbered with "
                              "different keys: somebody in both would be counted twice"));
    if (!same_arguments(head, &found->head) ||
        !same_layout(hz_tally_layout(*tally), &found->layout))
        return hz_error_set(err, HZ_ERROR_DATA, place,
                            _("this state was made by %s with other options than the ones before: "
                              "they do not add up"),
                            found->head.command);
    return true;
}

bool hz_state_join_counts(struct hz_counts *into, const struct hz_counts *more)
{
    if (more->in > (uint64_t)INT64_MAX - into->in)
        return false;
    into->in += more->in;
    into->used += more->used;
    into->left_out += more->left_out;
    into->rejected += more->rejected;
    for (size_t f = 0; f < more->faults; f++) {
        size_t at = 0;
        while (at < into->faults && strcmp(into->fault[at].code, more->fault[f].code) != 0)
            at++;
        if (at == HZ_FAULT_CODES)
            at--;
        if (at == into->faults)
            into->fault[into->faults++] = (struct hz_fault_count){.code = more->fault[f].code};
        into->fault[at].rows += more->fault[f].rows;
    }
    return true;
}

/* The parts of this state with those before; all say which they are, or none does. */
static bool join_parts(const struct hz_state_found *found, struct hz_state_head *head,
                       struct hz_arena *arena, struct hz_error *err)
{
    const struct hz_state_parts *more = &found->head.part;
    const struct hz_place place = {.file = found->file};
    const bool is_first = head->states == 0;
    head->states += found->head.states > 0 ? found->head.states : 1;
    if (!is_first && head->part.of != more->of)
        return hz_error_set(
            err, HZ_ERROR_DATA, place,
            more->of == 0 || head->part.of == 0
                ? _("some of these states say which part they are (--part), and some do "
                    "not: whether one is missing cannot be told")
                : _("this state is of another number of parts than the ones before"));
    for (uint32_t i = 0; i < more->parts; i++)
        if (!hz_state_part_add(&head->part, more->number[i], more->of, arena))
            return hz_error_set(err, HZ_ERROR_DATA, place,
                                _("part %" PRIu32 " of %" PRIu32
                                  " is there twice, and its rows would be "
                                  "counted twice"),
                                more->number[i], more->of);
    return true;
}

/* "3, 5, 6 and 2 more". */
static void list_missing(const struct hz_state_parts *part, struct hz_buffer *list)
{
    enum { NAMED = 8 };
    uint32_t missing = 0;
    for (uint32_t number = 1; number <= part->of; number++) {
        bool is_there = false;
        for (uint32_t i = 0; i < part->parts; i++)
            is_there |= part->number[i] == number;
        if (is_there)
            continue;
        if (missing++ < NAMED)
            hz_buffer_format(list, "%s%" PRIu32, missing > 1 ? ", " : "", number);
    }
    if (missing > NAMED)
        hz_buffer_format(list, _(" and %" PRIu32 " more"), missing - NAMED);
    hz_buffer_char(list, '\0');
}

bool hz_state_is_expected(const struct hz_state_head *head, uint64_t expected, struct hz_error *err)
{
    return expected == 0 || head->states == expected ||
           hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("%" PRIu64 " states, and %" PRIu64 " were expected"), head->states,
                        expected);
}

bool hz_state_is_whole(const struct hz_state_head *head, struct hz_error *err)
{
    if (head->part.parts == head->part.of)
        return true;
    struct hz_buffer list = {0};
    list_missing(&head->part, &list);
    hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE, _("of %" PRIu32 " parts these are missing: %s"),
                 head->part.of, list.at);
    hz_buffer_free(&list);
    return false;
}

void hz_state_join_seal(const struct hz_state_found *found, struct hz_state_head *head,
                        struct hz_arena *arena)
{
    if (found->head.counts.in == 0)
        return;
    if ((head->seals & (head->seals - 1)) == 0) { /* 0 or a power of two: all room is taken */
        uint64_t *wider = hz_arena_allocate(arena, 2 * head->seals + 1, sizeof *wider);
        if (head->seals > 0)
            memcpy(wider, head->seal, head->seals * sizeof *wider);
        head->seal = wider;
    }
    head->seal[head->seals++] = found->seal;
}

static int seals_ascending(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

size_t hz_state_repeats(const struct hz_state_head *head)
{
    size_t repeats = 0;
    if (head->seals > 0)
        qsort(head->seal, head->seals, sizeof *head->seal, seals_ascending);
    for (size_t i = 1; i < head->seals; i++)
        repeats += head->seal[i] == head->seal[i - 1];
    return repeats;
}

bool hz_state_join(const struct hz_state_found *found, const struct hz_fold *fold,
                   struct hz_state_head *head, struct hz_tally **tally, struct hz_arena *arena,
                   struct hz_error *err)
{
    return belongs(found, fold, head, tally, err) && join_parts(found, head, arena, err);
}
