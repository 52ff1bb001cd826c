/*
 * huzhu.h: the whole library. A program that wants one room includes that room's headers instead; they
 * are listed here from the ground floor up (see lib/README.md). Link with -lhuzhu (pkg-config huzhu).
 */

#ifndef HZ_HUZHU_H
#define HZ_HUZHU_H

/* The one place where the version stands: --version, huzhu.pc and the library's file name follow. */
#define HZ_VERSION "0.1.0"

#include "base/arena.h"
#include "base/attr.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/money.h"
#include "base/random.h"
#include "base/rational.h"
#include "base/text.h"

#include "stream/batch.h"
#include "stream/blocks.h"
#include "stream/columns.h"
#include "stream/encoding.h"
#include "stream/file.h"
#include "stream/fold.h"
#include "stream/output.h"
#include "stream/reader.h"
#include "stream/rename.h"
#include "stream/run.h"
#include "stream/scan.h"
#include "stream/sheet.h"
#include "stream/state.h"
#include "stream/table.h"
#include "stream/tally.h"
#include "stream/tree.h"

#include "reserve/average_cost.h"
#include "reserve/benktander.h"
#include "reserve/bornhuetter_ferguson.h"
#include "reserve/cape_cod.h"
#include "reserve/case_development.h"
#include "reserve/chain_ladder.h"
#include "reserve/development.h"
#include "reserve/diagnose.h"
#include "reserve/exclusion.h"
#include "reserve/expected.h"
#include "reserve/incremental_additive.h"
#include "reserve/mack.h"
#include "reserve/method.h"
#include "reserve/select.h"
#include "reserve/tail.h"
#include "reserve/triangle.h"

#include "project/runoff.h"

#include "growth/growth.h"

#include "record/claims.h"
#include "record/decimals.h"
#include "record/diagnose_table.h"
#include "record/groups.h"
#include "record/growth_table.h"
#include "record/project_table.h"
#include "record/reserve_table.h"
#include "record/runoff_table.h"
#include "record/selections.h"
#include "record/series_table.h"
#include "record/simulate.h"
#include "record/triangle_fold.h"
#include "record/triangle_table.h"
#include "record/unearned.h"
#include "record/unearned_fold.h"

#endif
