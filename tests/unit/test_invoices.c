/* Which invoices somebody else has claimed before, all of them and by a sample of them. */

#include "record/invoices.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { GROUPS = 4 };

static struct hz_identity invoice_of(int64_t number)
{
    return hz_identity_number((struct hz_identity){0}, number);
}

/* Each invoice by a person of its own; of every tenth one, another of a group claims it again. */
static void claim(struct hz_invoices *invoices, int64_t count)
{
    for (int64_t i = 0; i < count; i++)
        hz_invoices_add(invoices, invoice_of(i), (uint64_t)i + 1, (uint32_t)(i % GROUPS));
    for (int64_t i = 0; i < count; i += 10)
        hz_invoices_add(invoices, invoice_of(i), (uint64_t)(count + i + 1),
                        (uint32_t)(i / 10 % GROUPS));
}

static void all_are_counted_as_long_as_there_is_room(void **state)
{
    (void)state;
    struct hz_invoices invoices = {.most = 1000};
    double shared[GROUPS] = {0};
    claim(&invoices, 1000);
    hz_invoices_add(&invoices, invoice_of(0), 1, 3); /* the first one's again */
    hz_invoices_count(&invoices, shared);
    assert_true(hz_invoices_each(&invoices) == 1);
    for (int g = 0; g < GROUPS; g++)
        assert_int_equal(shared[g], 25);
    hz_invoices_free(&invoices);
}

/*
 * Of 200,000 shared invoices 50,000 are of each group. With at most 4000 different ones of two
 * million one of 512 or more is looked at: about 100 of a group's 50,000, each of which stands for
 * 512; the root of 100 x 512 is 5120, and five of these are allowed.
 */
static void a_sample_of_many_tells_how_many_they_are(void **state)
{
    (void)state;
    struct hz_invoices invoices = {.most = 4000};
    double shared[GROUPS] = {0};
    claim(&invoices, 2000000);
    hz_invoices_count(&invoices, shared);
    const double each = hz_invoices_each(&invoices);
    assert_true(each == 512 || each == 1024);
    assert_true(invoices.first.count <= 4000 && invoices.first.count > 1500);
    for (int g = 0; g < GROUPS; g++)
        assert_true(fabs(shared[g] - 50000) < 5 * sqrt(50000 / each) * each);
    hz_invoices_free(&invoices);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_are_counted_as_long_as_there_is_room),
        cmocka_unit_test(a_sample_of_many_tells_how_many_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
