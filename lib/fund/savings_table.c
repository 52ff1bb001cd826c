/* savings_table.c: see savings_table.h. */

#include "fund/savings_table.h"

#include "fund/savings.h"

#include <string.h>

/* Cuts the text up to a mark, or all of it, off the front of a text. */
static struct hz_text cut(struct hz_text *text, char mark)
{
    const char *end = memchr(text->at, mark, text->length);
    const size_t length = end ? (size_t)(end - text->at) : text->length;
    const struct hz_text piece = {text->at, length};
    text->at += length + (end != NULL);
    text->length -= length + (end != NULL);
    return piece;
}

static bool print_yields(hz_fen deposit, hz_fen plain, int years, struct hz_table *out,
                         struct hz_error *err)
{
    for (int kind = 0; kind < HZ_INTERESTS; kind++) {
        const enum hz_savings_interest interest = (enum hz_savings_interest)kind;
        double yield;
        if (!hz_savings_yield((double)deposit / 100, (double)plain / 100, years, interest, &yield,
                              err))
            return false;
        hz_table_money(out, deposit);
        hz_table_money(out, plain);
        hz_table_integer(out, years);
        hz_table_string(out, hz_savings_interest_names[kind]);
        hz_table_estimate(out, yield, 6);
        hz_table_string(out, hz_savings_assumption(interest));
        hz_table_end_row(out);
    }
    return true;
}

bool hz_savings_equal_table(const char *list, struct hz_table *out, struct hz_error *err)
{
    static const char *const columns[] = {"deposit",  "plain", "years",
                                          "interest", "yield", "assumption"};
    struct hz_text rest = hz_text_of(list);
    for (size_t c = 0; c < HZ_COUNT(columns); c++)
        hz_table_column(out, columns[c]);
    do {
        const struct hz_text whole = cut(&rest, ',');
        struct hz_text years = whole;
        const struct hz_text deposit = cut(&years, ':'), plain = cut(&years, ':');
        hz_fen deposit_fen, plain_fen;
        hz_sum number;
        if (hz_money_parse(deposit, &deposit_fen) != HZ_MONEY_GOOD ||
            hz_money_parse(plain, &plain_fen) != HZ_MONEY_GOOD || !hz_sum_parse(years, &number) ||
            number < 1 || number > 100)
            return hz_error_set(
                err, HZ_ERROR_USAGE, HZ_NOWHERE,
                _("--equal: \"%.*s\" is not DEPOSIT:PLAIN:YEARS: expected two amounts "
                  "and 1 to 100 years, as in 410:10:1"),
                HZ_TEXT_ARGS(whole));
        if (!print_yields(deposit_fen, plain_fen, (int)number, out, err))
            return false;
    } while (rest.length > 0);
    return true;
}
