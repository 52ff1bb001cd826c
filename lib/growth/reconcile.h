/*
 * reconcile.h: a file of published figures, each tied to the tables that must give it, and of sums
 * that must agree (cross-foots), held against those tables. hz-audit(1) describes the file.
 */

#ifndef HZ_GROWTH_RECONCILE_H
#define HZ_GROWTH_RECONCILE_H

#include "base/linkage.h"
#include "file/schema.h"
#include "file/sheet.h"
#include "file/table.h"
#include "growth/verdict.h"

HZ_BEGIN_C

struct hz_reconcile_texts {
    const struct hz_text *at;
    size_t count;
};

/* A table, a file's or what a command prints. */
struct hz_reconcile_source {
    struct hz_text name, file;
    struct hz_reconcile_texts command; /* "hz-years", its options and operands */
};

/* One part of a sum: cells of a table, or another published figure. */
struct hz_reconcile_term {
    const struct hz_node *node; /* for messages */
    struct hz_text table, column, figure;
    struct hz_text in;           /* 万, 亿 or %: the unit of the cells */
    const struct hz_node *where; /* a map of columns: a text, or FROM..TO; NULL: all rows */
    bool is_rounded;             /* cells are rounded to what they show */
    bool is_minus;
};

struct hz_reconcile_terms {
    const struct hz_reconcile_term *at;
    size_t count;
};

/* A published figure, or a sum that must agree with another. */
struct hz_reconcile_item {
    const struct hz_node *node;
    struct hz_text name, source;
    struct hz_text published;         /* of a figure; empty: a check, or only derived */
    struct hz_published figure;       /* the same, read */
    struct hz_reconcile_terms sum;    /* what it must be; none: nothing is known */
    struct hz_reconcile_terms over;   /* divided by; none: not */
    struct hz_reconcile_terms equals; /* of a check */
    struct hz_text by; /* of a check: for each text of this column of the first term's table */
};

struct hz_reconcile_file {
    struct hz_tree tree;
    const struct hz_reconcile_source *table;
    size_t tables;
    const struct hz_reconcile_item *figure;
    size_t figures;
    const struct hz_reconcile_item *check;
    size_t checks;
};

/*
 * Refused (data), all faults in one message: an unknown key, a figure that is none, a name twice.
 */
HZ_MUST_USE bool hz_reconcile_read(struct hz_reconcile_file *file, const char *path,
                                   struct hz_arena *arena, struct hz_error *err);

/* Reads a table, wherever it comes from. */
struct hz_reconcile_tables {
    bool (*read)(void *context, const struct hz_reconcile_source *table, struct hz_sheet *sheet,
                 struct hz_arena *arena, struct hz_error *err);
    void *context;
};

/*
 * item, published, low, high, computed, computed_low, computed_high, verdict, off, source, note: a
 * row for each figure and check: between which ends the figure lies, what it is if everything is as
 * printed, and between which ends it is if it is not. A figure without `published` is "derived".
 * One that is contradicted is told, and left out in the sense of table.h. Refused (data), with the
 * place in the file: a table or a column that is not there, a cell that is no number; what the
 * tables refuse.
 */
HZ_MUST_USE bool hz_reconcile_table(const struct hz_reconcile_file *file,
                                    const struct hz_reconcile_tables *tables, struct hz_table *out,
                                    struct hz_error *err);

HZ_END_C

#endif
