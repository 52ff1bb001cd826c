"""What hz-unearned, hz-triangle and hz-benefit compute, by others, two threads each:
peers.py duckdb|polars version|unearned|paid|joined FILE [COVERS]. See streams.sh."""

import sys


def show(rows):
    for row in rows:
        print(",".join(str(cell) for cell in row))


def duckdb_does(job, *files):
    import duckdb

    duckdb.execute("set threads = 2")
    queries = {
        # It adds up doubles: fractions of a yuan are not compared.
        "unearned": """
            select plan, office, count(*), sum(contribution), round(sum(contribution
                * greatest(0, least("end" - date '2022-12-31', "end" - start + 1))
                / ("end" - start + 1)::double))::bigint
            from read_csv('{0}', header = true, columns = {{'member': 'VARCHAR', 'plan': 'VARCHAR',
                'office': 'VARCHAR', 'start': 'DATE', 'end': 'DATE',
                'contribution': 'DECIMAL(18, 2)', 'sex': 'VARCHAR', 'birth': 'VARCHAR',
                'units': 'VARCHAR', 'enter_type': 'VARCHAR'}})
            group by plan, office order by plan, office""",
        "paid": """
            select year(event) as origin, year("transaction") - year(event) + 1 as age, sum(paid)
            from read_csv('{0}', header = true, types = {{'event': 'DATE', 'transaction': 'DATE',
                'paid': 'DECIMAL(18, 2)', 'ex_gratia': 'INTEGER'}})
            where ex_gratia = 0 group by origin, age order by origin, age""",
        # beijing-allowance: 40 a day from the fourth day on, 180 days a term, in the file's order.
        "joined": """
            with c as (select row_number() over () as n, * from read_csv('{0}')),
                j as (select c.*, greatest(c.days - 3, 0) as net
                    from c join read_csv('{1}') m on c.member = m.member
                    where c.event between m.start and m."end"),
                s as (select net, sum(net) over (partition by member order by n) as upto from j)
            select (sum((least(upto, 180) - least(upto - net, 180)) * 4000) / 100.0)::decimal(18, 2)
            from s""",
    }
    if job == "version":
        print("DuckDB", duckdb.__version__)
    else:
        show(duckdb.execute(queries[job].format(*files)).fetchall())


def polars_does(job, *files):
    import os

    os.environ["POLARS_MAX_THREADS"] = "2"
    import polars as pl

    def dates(*names):
        return [pl.col(name).str.to_date("%Y-%m-%d") for name in names]

    if job == "version":
        print("polars", pl.__version__)
    elif job == "unearned":
        day = pl.date(2022, 12, 31)
        whole = (pl.col("end") - pl.col("start")).dt.total_days() + 1
        left = (pl.col("end") - day).dt.total_days().clip(0).clip(upper_bound=whole)
        rows = (
            pl.scan_csv(files[0], schema_overrides={"plan": pl.String, "office": pl.String})
            .with_columns(dates("start", "end"))
            .group_by("plan", "office")
            .agg(
                pl.len(),
                pl.col("contribution").sum(),
                unearned=(pl.col("contribution") * left / whole).sum(),
            )
            .sort("plan", "office")
            .collect(engine="streaming")
        )
        show((p, o, n, f"{c:.2f}", round(u)) for p, o, n, c, u in rows.rows())
    elif job == "paid":
        rows = (
            pl.scan_csv(files[0])
            .filter(pl.col("ex_gratia") == 0)
            .with_columns(dates("event", "transaction"))
            .group_by(
                origin=pl.col("event").dt.year(),
                age=pl.col("transaction").dt.year() - pl.col("event").dt.year() + 1,
            )
            .agg(pl.col("paid").sum())
            .sort("origin", "age")
            .collect(engine="streaming")
        )
        show((o, a, f"{p:.2f}") for o, a, p in rows.rows())


{"duckdb": duckdb_does, "polars": polars_does}[sys.argv[1]](*sys.argv[2:])
