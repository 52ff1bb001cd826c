/*
 * run.c: see run.h. Workers take parts from the reader, work on them alone, and put them down;
 * whoever puts down the part whose turn it is hands in that one and those after it. Handing in
 * strictly in the parts' order is what makes messages, rejects, line numbers and a map's output the
 * same for any number of threads. There are more parts than workers, so that a worker ahead of the
 * others rarely
 * waits: threads that wake each other a thousand times a second end up on one processor.
 */

#include "stream/run.h"

#include "base/memory.h"
#include "file/safe_cells.h"
#include "file/scan.h"
#include "stream/lanes.h"
#include "stream/part.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct job {
    const struct hz_run *run;
    const struct hz_fold *fold; /* or */
    const struct hz_map *map;
    struct hz_output *output; /* of a map */
    struct hz_reader *reader;

    pthread_mutex_t lock;
    pthread_cond_t freed;
    struct hz_reader_part *part; /* all there are */
    size_t parts;
    struct hz_reader_part **free_part; /* a stack of those that nobody works on */
    size_t free_parts;
    struct hz_reader_part **done; /* worked on, by sequence modulo parts; NULL: not yet */
    uint64_t next;                /* the sequence whose turn it is to be handed in */
    struct {
        uint64_t next; /* the sequence of the part whose turn it is to be settled */
        uint64_t rows; /* of all lanes, in the parts before it */
        bool is_taken;
    } lane[HZ_MAP_LANES];
    size_t lanes; /* of a map that settles, at least 1; or 0 */
    bool is_over; /* an error, or nobody reads on */
    const struct hz_reader_file *file;
    uint64_t lines; /* of the present file, before the next part */
    uint64_t bytes;
    struct hz_counts *counts;
    struct hz_error *err;
};

struct worker {
    struct job *job;
    struct hz_tally *tally;
    struct hz_error err;
    pthread_t thread;
};

static struct hz_fault_count *count_of(struct hz_counts *counts, enum hz_finding severity,
                                       const char *code)
{
    struct hz_fault_count *list = severity == HZ_REJECTED ? counts->fault : counts->note;
    size_t *count = severity == HZ_REJECTED ? &counts->faults : &counts->notes, f = 0;
    while (f < *count && (list[f].code != code || list[f].severity != severity))
        f++;
    if (f == *count) /* a code is a constant, but files may have one of their own */
        for (f = 0;
             f < *count && (strcmp(list[f].code, code) != 0 || list[f].severity != severity);)
            f++;
    if (f == HZ_FAULT_CODES)
        return &list[f - 1];
    if (f == *count)
        list[(*count)++] = (struct hz_fault_count){code, 0, severity};
    return &list[f];
}

/* Where a rejected field lies; `from` and `line` are where the counting left off. */
static struct hz_place place_of(const struct hz_reader_part *part, const struct hz_reject *reject,
                                size_t *from, uint64_t *line)
{
    const char *record = part->data + reject->record;
    *line += hz_scan_newlines(part->data + *from, record);
    *from = reject->record;
    return hz_part_place(part, reject, *line);
}

static void put_field(struct hz_buffer *row, const char *text, char delimiter)
{
    hz_scan_quote(hz_text_of(text), delimiter, row);
    hz_buffer_char(row, delimiter);
}

static void put_number(struct hz_buffer *row, uint64_t number, char delimiter)
{
    if (number > 0)
        hz_buffer_format(row, "%" PRIu64, number);
    hz_buffer_char(row, delimiter);
}

static void write_reject(struct hz_output *out, const struct hz_reader_part *part,
                         const struct hz_reject *reject, struct hz_place place)
{
    const char delimiter = part->file->delimiter;
    struct hz_buffer row = {0};
    put_field(&row, reject->code, delimiter);
    put_field(&row, place.file, delimiter);
    put_number(&row, place.line, delimiter);
    put_number(&row, place.column, delimiter);
    put_field(&row, reject->field ? reject->field : "", delimiter);
    put_field(&row, part->text.at + reject->message, delimiter);
    hz_buffer_append(&row, part->data + reject->record, reject->length);
    hz_buffer_char(&row, '\n');
    hz_output_write(out, row.at, row.length);
    hz_buffer_free(&row);
}

static void write_reject_header(struct hz_output *out, const struct hz_reader_file *file)
{
    static const char *const names[] = {"reject_code",   "reject_file",  "reject_line",
                                        "reject_column", "reject_field", "reject_message"};
    for (size_t i = 0; i < HZ_COUNT(names); i++) {
        hz_output_text(out, hz_text_of(names[i]));
        hz_output_write(out, &file->delimiter, 1);
    }
    hz_output_text(out, file->header);
    hz_output_write(out, "\n", 1);
}

static const char *prefix_of(enum hz_finding severity)
{
    return severity == HZ_WARNED  ? _("warning: ")
           : severity == HZ_FIXED ? _("fixed: ")
           : severity == HZ_TOLD  ? _("note: ")
                                  : "";
}

static void write_finding(struct hz_output *out, enum hz_finding severity, struct hz_place place,
                          const char *code, struct hz_text value, const char *sentence)
{
    static const char *const severities[] = {"error", "warning", "fixed", "note"};
    struct hz_buffer row = {0};
    put_number(&row, place.line, ',');
    put_number(&row, place.column, ',');
    put_field(&row, place.field ? place.field : "", ',');
    put_field(&row, code, ',');
    put_field(&row, severities[severity], ',');
    if (value.length >= 3) /* without the quotes and the space after them */
        hz_scan_quote((struct hz_text){value.at + 1, value.length - 3}, ',', &row);
    hz_buffer_char(&row, ',');
    hz_scan_quote(hz_text_of(sentence), ',', &row);
    hz_buffer_char(&row, '\n');
    hz_output_write(out, row.at, row.length);
    hz_buffer_free(&row);
}

/* Whether a person or a file is told, and so has to be told where. */
static bool is_told(const struct job *job, enum hz_finding severity,
                    const struct hz_fault_count *count)
{
    const struct hz_run *run = job->run;
    return run->findings || run->rejects || (run->is_strict && severity == HZ_REJECTED) ||
           (run->tell && count->rows < run->messages_per_code);
}

/* Tells, writes and counts one finding; `value` is quoted, or empty. */
static void hand_in_finding(struct job *job, enum hz_finding severity, struct hz_place place,
                            const char *code, struct hz_text value, const char *sentence)
{
    const struct hz_run *run = job->run;
    struct hz_fault_count *count = count_of(job->counts, severity, code);
    if (run->is_strict && severity == HZ_REJECTED) {
        hz_error_set(job->err, HZ_ERROR_DATA, place, "%.*s%s", HZ_TEXT_ARGS(value), sentence);
        job->is_over = true;
    } else if (run->tell && count->rows < run->messages_per_code) {
        struct hz_error told = {0};
        hz_error_set(&told, HZ_ERROR_DATA, place, "%s%.*s%s", prefix_of(severity),
                     HZ_TEXT_ARGS(value), sentence);
        run->tell(run->context, told.text);
    }
    count->rows++;
    if (run->findings)
        write_finding(run->findings, severity, place, code, value, sentence);
}

/* A header in the middle of a file: what is behind it cannot be read. */
static void end_at(struct job *job, struct hz_place place, const char *sentence)
{
    hz_error_set(job->err, HZ_ERROR_DATA, place, "%s", sentence);
    job->is_over = true;
}

static void hand_in_rejects(struct job *job, const struct hz_reader_part *part)
{
    size_t from = 0;
    uint64_t line = job->lines + 1;
    for (size_t i = 0; i < part->rejects && !job->is_over; i++) {
        const struct hz_reject *reject = &part->reject[i];
        if (reject->severity != HZ_ENDED && !reject->is_more) {
            struct hz_fault_count *count = count_of(job->counts, reject->severity, reject->code);
            if (!is_told(job, reject->severity, count)) {
                count->rows++;
                job->counts->rejected += reject->severity == HZ_REJECTED;
                continue;
            }
        }
        struct hz_place place = place_of(part, reject, &from, &line);
        const struct hz_text value = {part->text.at + reject->message,
                                      reject->sentence - reject->message};
        if (reject->severity == HZ_ENDED) {
            end_at(job, place, part->text.at + reject->sentence);
            return;
        }
        if (reject->is_more) {
            if (job->run->findings)
                write_finding(job->run->findings, reject->severity, place, reject->code, value,
                              part->text.at + reject->sentence);
            continue;
        }
        hand_in_finding(job, reject->severity, place, reject->code, value,
                        part->text.at + reject->sentence);
        if (reject->severity != HZ_REJECTED)
            continue;
        if (job->run->rejects)
            write_reject(job->run->rejects, part, reject, place);
        job->counts->rejected++;
    }
}

static int by_record(const void *a, const void *b)
{
    const struct hz_reject *x = a, *y = b;
    int order = (x->record > y->record) - (x->record < y->record);
    return order != 0 ? order : (x->message > y->message) - (x->message < y->message);
}

static bool are_sorted(const struct hz_reader_part *part)
{
    size_t r = 1;
    while (r < part->rejects && by_record(&part->reject[r - 1], &part->reject[r]) < 0)
        r++;
    return r >= part->rejects;
}

struct hz_notes {
    struct job *job;
};

void hz_note(struct hz_notes *notes, enum hz_finding severity, const char *code,
             const char *sentence, ...)
{
    char message[512];
    va_list values;
    va_start(values, sentence);
    vsnprintf(message, sizeof message, sentence, values);
    va_end(values);
    hand_in_finding(notes->job, severity, HZ_NOWHERE, code, (struct hz_text){0}, message);
}

static void tell_of_file(const struct job *job, const char *sentence)
{
    struct hz_error told = {0};
    if (!job->run->tell)
        return;
    hz_error_set(&told, HZ_ERROR_DATA, hz_reader_place(job->file, 0), "%s", sentence);
    job->run->tell(job->run->context, told.text);
}

static void tell_guess(const struct job *job, const char *guess)
{
    char sentence[128];
    if (!guess)
        return;
    snprintf(sentence, sizeof sentence,
             _("not UTF-8: read as %s (--encoding NAME if that is wrong)"), guess);
    tell_of_file(job, sentence);
}

/* What is to be told and written where a file begins. */
static void begin_file(struct job *job, const struct hz_reader_file *file)
{
    const struct hz_reader_file *before = job->file;
    job->file = file;
    job->lines = file->header_lines;
    tell_guess(job, file->guess);
    if (file->remark)
        tell_of_file(job, file->remark);
    if (job->run->rejects && before && !hz_text_equal(before->header, file->header))
        write_reject_header(job->run->rejects, file);
}

/* A map's output has one header for all files. */
static void check_header(struct job *job)
{
    const struct hz_reader_file *first = hz_reader_first(job->reader);
    if (!job->map || job->map->is_text || job->map->tabulate ||
        hz_text_equal(first->header, job->file->header))
        return;
    hz_error_set(job->err, HZ_ERROR_DATA, (struct hz_place){.file = job->file->name, .line = 1},
                 _("the header is not that of %s: rows of both would not fit under one"),
                 first->name);
    job->is_over = true;
}

static void write_rows(const struct job *job, const struct hz_reader_part *part)
{
    const struct hz_text rows = {part->out.at, part->out.length};
    struct hz_buffer safe = {0};
    if (!job->run->has_safe_cells || job->map->is_text || job->map->tabulate) {
        hz_output_text(job->output, rows);
        return;
    }
    hz_safe_cells(rows, part->file->delimiter, &safe);
    hz_output_write(job->output, safe.at, safe.length);
    hz_buffer_free(&safe);
}

/* Under the lock, in the part's turn. */
static void hand_in(struct job *job, struct hz_reader_part *part)
{
    if (part->file != job->file) {
        begin_file(job, part->file);
        check_header(job);
    }
    tell_guess(job, part->guess);
    const char *remark = part->remark;
    if (part->failure.kind && !job->is_over) {
        *job->err = part->failure;
        job->is_over = true;
    }
    /* Columns are checked one after the other, so a batch's rejects come column by column. */
    if (!are_sorted(part))
        qsort(part->reject, part->rejects, sizeof *part->reject, by_record);
    hand_in_rejects(job, part);
    if (remark && !job->is_over)
        tell_of_file(job, remark);
    job->lines += part->lines;
    job->bytes += part->length;
    job->counts->in += part->rows;
    job->counts->left_out += part->left_out;
    if (job->output && !job->err->kind) {
        write_rows(job, part);
        if (!job->is_over)
            job->is_over = hz_output_is_closed(job->output);
    }
    if (job->run->show)
        job->run->show(job->run->context, &(struct hz_progress){job->counts->in, job->bytes,
                                                                hz_reader_size(job->reader)});
}

static void map_batch(const struct hz_map *map, struct hz_reader_part *part, struct hz_batch *batch)
{
    void *carry = hz_buffer_reserve(&part->carry, batch->rows * map->carried);
    memset(batch->lane, 0, batch->rows);
    map->each(batch, carry, &part->out, map->settings);
    if (map->settle)
        hz_lanes_keep(part, batch, map->carried);
}

static void work_on(const struct worker *worker, struct hz_reader_part *part)
{
    const struct job *job = worker->job;
    struct hz_batch batch = {0};
    while (hz_part_batch(part, &batch)) {
        if (job->fold)
            job->fold->absorb(worker->tally, &batch, job->fold->settings);
        else
            map_batch(job->map, part, &batch);
    }
    if (job->fold && job->fold->layout.book.is_adjacent)
        hz_tally_cut(worker->tally);
}

static struct hz_reader_part *take_free_part(struct job *job)
{
    struct hz_reader_part *part = NULL;
    pthread_mutex_lock(&job->lock);
    while (job->free_parts == 0 && !job->is_over)
        pthread_cond_wait(&job->freed, &job->lock);
    if (!job->is_over)
        part = job->free_part[--job->free_parts];
    pthread_mutex_unlock(&job->lock);
    return part;
}

/* Under the lock: hands in all parts whose turn it is. */
static void hand_in_due(struct job *job)
{
    while (!job->is_over) {
        struct hz_reader_part **due = &job->done[job->next % job->parts];
        if (!*due || !(*due)->is_whole)
            break;
        hand_in(job, *due);
        job->free_part[job->free_parts++] = *due;
        *due = NULL;
        job->next++;
    }
    pthread_cond_broadcast(&job->freed);
}

/* The part whose rows of a lane are to be settled next, if it is there and nobody does it yet. */
static struct hz_reader_part *take_lane(struct job *job, size_t *lane)
{
    for (size_t l = 0; l < job->lanes && !job->is_over; l++) {
        struct hz_reader_part *part = job->done[job->lane[l].next % job->parts];
        if (job->lane[l].is_taken || !part || part->sequence != job->lane[l].next)
            continue;
        job->lane[l].is_taken = true;
        *lane = l;
        return part;
    }
    return NULL;
}

/* Under the lock, which it leaves meanwhile: settles what can be. */
static void settle(struct job *job)
{
    struct hz_reader_part *part;
    size_t lane;
    while ((part = take_lane(job, &lane)) != NULL) {
        pthread_mutex_unlock(&job->lock);
        const struct hz_error *failed =
            hz_lanes_settle(part, job->map, lane, &job->lane[lane].rows);
        pthread_mutex_lock(&job->lock);
        if (failed)
            part->failure = *failed;
        job->lane[lane].next++;
        job->lane[lane].is_taken = false;
        if (++part->settled < job->lanes)
            continue;
        pthread_mutex_unlock(&job->lock);
        hz_lanes_join(part, job->lanes);
        pthread_mutex_lock(&job->lock);
        part->is_whole = true;
        hand_in_due(job);
    }
}

/* Puts down a part that has been worked on, and hands in all whose turn it is. */
static void put_down(struct job *job, struct hz_reader_part *part)
{
    pthread_mutex_lock(&job->lock);
    part->settled = 0;
    part->is_whole = job->lanes == 0;
    part->failure.kind = HZ_NO_ERROR;
    job->done[part->sequence % job->parts] = part;
    settle(job);
    hand_in_due(job);
    pthread_mutex_unlock(&job->lock);
}

/* Memory is the number of keys: who groups by a number of its own for each row is told in time. */
static bool check_groups(const struct hz_run *run, const struct hz_tally *tally,
                         struct hz_error *err)
{
    if (!tally || run->group_limit == 0 || hz_tally_size(tally) <= run->group_limit)
        return true;
    return hz_error_set(err, HZ_ERROR_DATA, HZ_NOWHERE,
                        _("more than %zu groups: name fewer columns in --by, or raise "
                          "--group-limit"),
                        run->group_limit);
}

static void call_off(struct job *job)
{
    pthread_mutex_lock(&job->lock);
    job->is_over = true;
    pthread_cond_broadcast(&job->freed);
    pthread_mutex_unlock(&job->lock);
}

static void *work(void *argument)
{
    struct worker *worker = argument;
    struct job *job = worker->job;
    struct hz_reader_part *part;
    while ((part = take_free_part(job)) != NULL) {
        if (!hz_reader_next(job->reader, part, &worker->err))
            break;
        work_on(worker, part);
        if (!check_groups(job->run, worker->tally, &worker->err))
            call_off(job);
        put_down(job, part);
    }
    return NULL;
}

/* Starts the workers but one, which is this thread, and waits for all. */
static void work_together(struct worker *worker, int threads)
{
    int started = 1;
    while (started < threads &&
           pthread_create(&worker[started].thread, NULL, work, &worker[started]) == 0)
        started++;
    work(&worker[0]);
    for (int t = 1; t < started; t++)
        pthread_join(worker[t].thread, NULL);
}

static void begin(struct job *job)
{
    pthread_mutex_init(&job->lock, NULL);
    pthread_cond_init(&job->freed, NULL);
    if (job->map && job->map->settle)
        job->lanes = job->map->lanes > 1 ? job->map->lanes : 1;
    job->parts = job->run->threads > 1 ? 3 * (size_t)job->run->threads : 1;
    job->part = hz_allocate(job->parts, sizeof *job->part);
    job->free_part = hz_allocate(job->parts, sizeof *job->free_part);
    job->done = hz_allocate(job->parts, sizeof *job->done);
    for (size_t p = 0; p < job->parts; p++) {
        hz_part_new(&job->part[p], job->reader);
        job->free_part[job->free_parts++] = &job->part[p];
    }
}

static void end(struct job *job)
{
    for (size_t p = 0; p < job->parts; p++)
        hz_part_free(&job->part[p]);
    free(job->part);
    free(job->free_part);
    free(job->done);
    hz_reader_close(job->reader);
    pthread_mutex_destroy(&job->lock);
    pthread_cond_destroy(&job->freed);
}

static void write_map_header(const struct job *job)
{
    const struct hz_reader_file *first = hz_reader_first(job->reader);
    hz_output_text(job->output, first->header);
    for (const char *const *name = job->map->added; name && *name; name++) {
        hz_output_write(job->output, &first->delimiter, 1);
        hz_output_text(job->output, hz_text_of(*name));
    }
    hz_output_write(job->output, "\n", 1);
}

static bool run_job(struct job *job, struct hz_tally **tally, struct hz_error *err)
{
    const struct hz_run *run = job->run;
    struct hz_reader_settings input = run->input;
    input.columns = job->fold ? job->fold->columns : job->map->columns;
    input.sentences = run->findings || run->rejects             ? 0
                      : run->tell && run->messages_per_code > 0 ? run->messages_per_code
                                                                : 1;
    if (!hz_reader_open(&job->reader, &input, err))
        return false;
    const struct hz_map *map = job->map;
    if (map && ((map->accept && !map->accept(hz_reader_first(job->reader), map->state, err)) ||
                (map->load && !map->load(map->state, run->threads, err)))) {
        hz_reader_close(job->reader);
        return false;
    }
    if (run->rejects)
        write_reject_header(run->rejects, hz_reader_first(job->reader));
    if (run->findings)
        hz_output_text(run->findings,
                       hz_text_of("line,column,field,code,severity,value,message\n"));
    if (job->map && !job->map->is_text && !job->map->tabulate)
        write_map_header(job);
    begin(job);
    struct worker *worker = hz_allocate((size_t)run->threads, sizeof *worker);
    for (int t = 0; t < run->threads; t++)
        worker[t] = (struct worker){.job = job,
                                    .tally = job->fold ? hz_tally_new(&job->fold->layout) : NULL};
    work_together(worker, run->threads);
    for (int t = 0; t < run->threads; t++) {
        if (worker[t].err.kind && !err->kind)
            *err = worker[t].err;
        if (t > 0 && job->fold)
            hz_tally_merge(worker[0].tally, worker[t].tally);
        if (t > 0)
            hz_tally_free(worker[t].tally);
    }
    if (!err->kind)
        (void)!check_groups(run, worker[0].tally, err);
    if (job->fold)
        hz_tally_threads(worker[0].tally, run->threads);
    if (tally && !err->kind)
        *tally = worker[0].tally;
    else
        hz_tally_free(worker[0].tally);
    free(worker);
    if (job->map && job->map->finish && !err->kind && !job->is_over)
        job->map->finish(job->map->state, &(struct hz_notes){job});
    end(job);
    job->counts->used = job->counts->in - job->counts->left_out - job->counts->rejected;
    return !err->kind;
}

bool hz_run_fold(const struct hz_run *run, const struct hz_fold *fold, struct hz_tally **tally,
                 struct hz_counts *counts, struct hz_error *err)
{
    struct job job = {.run = run, .fold = fold, .counts = counts, .err = err};
    return run_job(&job, tally, err);
}

bool hz_run_map(const struct hz_run *run, const struct hz_map *map, struct hz_output *output,
                struct hz_counts *counts, struct hz_error *err)
{
    struct job job = {.run = run, .map = map, .output = output, .counts = counts, .err = err};
    return run_job(&job, NULL, err);
}
