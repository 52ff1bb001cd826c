/*
 * language.h: the language of the sentences: English, which is in the program, or one whose
 * catalogue (lib/po, compiled by msgfmt) lies beside it in ../share/locale. We read the catalogue,
 * since what a libc makes of the environment differs: some translate nothing in the locales C and
 * C.UTF-8, which are all that a small machine has.
 */

#ifndef HZ_COMMON_LANGUAGE_H
#define HZ_COMMON_LANGUAGE_H

#include "base/error.h"

/* The languages of --lang; ends with NULL. */
extern const char *const hz_languages[];

/*
 * The language of the environment: LANGUAGE (unless the locale is C), else the locale of LC_ALL,
 * LC_MESSAGES or LANG, the first that is set; "en" where these name no language that is here.
 */
const char *hz_language_of_locale(void);

/*
 * The value of --lang on a command line that is not yet read, so that what is said of the command
 * line is said in it; NULL: not given.
 */
const char *hz_language_asked(char *const argv[]);

/*
 * From now on sentences are in this language. Refused (system): its catalogue is not there or is
 * none. Before threads start.
 */
HZ_MUST_USE bool hz_language_use(const char *language, struct hz_error *err);

/* The language in use. */
const char *hz_language(void);

#endif
