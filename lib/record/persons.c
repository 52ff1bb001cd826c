/* persons.c: see persons.h. */

#include "record/persons.h"

struct hz_persons_key hz_persons_take(const struct hz_persons_key *key)
{
    return (struct hz_persons_key){.mac = key->mac ? hz_mac_copy(key->mac) : NULL,
                                   .is_lacking = key->is_lacking};
}

void hz_persons_release(struct hz_persons_key *key)
{
    hz_mac_free(key->mac);
    key->mac = NULL;
}

bool hz_persons_find(const struct hz_persons_key *key, struct hz_batch *batch, int column,
                     size_t row, struct hz_identity *person)
{
    const struct hz_text name = hz_text_trim(batch->column[column][row]);
    *person = hz_identity_person(name, (struct hz_text){0});
    if (key->is_lacking && hz_identity_is_card(name)) {
        hz_batch_reject(batch, row, column, "identifier_unkeyed",
                        _("is the number of an identity card, which would be found again in the "
                          "state: give --key FILE"));
        return false;
    }
    if (key->mac)
        *person = hz_identity_keyed(key->mac, *person);
    return name.length > 0;
}

bool hz_persons_are_known_by(const char *column)
{
    static const char *const names[] = {"id_no", "name", "phone", "bank_account", "address"};
    for (size_t n = 0; n < HZ_COUNT(names); n++)
        if (strcmp(column, names[n]) == 0)
            return true;
    return false;
}
