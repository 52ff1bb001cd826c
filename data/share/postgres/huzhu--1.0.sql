-- complain if script is sourced in psql rather than by CREATE EXTENSION
\echo Use "CREATE EXTENSION huzhu" to load this file. \quit

-- What both aggregates share: sums under small keys.
CREATE FUNCTION hz_cells_combine(internal, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_cells_serialize(internal) RETURNS bytea
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION hz_cells_deserialize(bytea, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

-- The unearned part of contributions at the end of a day.
CREATE FUNCTION hz_unearned_add(internal, date, date, numeric, date) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_unearned_take(internal, date, date, numeric, date) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_unearned_add(internal, date, date, numeric, date, text) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_unearned_take(internal, date, date, numeric, date, text) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_unearned_finish(internal) RETURNS numeric
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE hz_unearned(start date, "end" date, contribution numeric, as_of date) (
    SFUNC = hz_unearned_add, STYPE = internal, FINALFUNC = hz_unearned_finish,
    COMBINEFUNC = hz_cells_combine, SERIALFUNC = hz_cells_serialize,
    DESERIALFUNC = hz_cells_deserialize, PARALLEL = SAFE,
    MSFUNC = hz_unearned_add, MINVFUNC = hz_unearned_take, MSTYPE = internal,
    MFINALFUNC = hz_unearned_finish);
CREATE AGGREGATE hz_unearned(start date, "end" date, contribution numeric, as_of date, method text) (
    SFUNC = hz_unearned_add, STYPE = internal, FINALFUNC = hz_unearned_finish,
    COMBINEFUNC = hz_cells_combine, SERIALFUNC = hz_cells_serialize,
    DESERIALFUNC = hz_cells_deserialize, PARALLEL = SAFE,
    MSFUNC = hz_unearned_add, MINVFUNC = hz_unearned_take, MSTYPE = internal,
    MFINALFUNC = hz_unearned_finish);

-- The triangle of payments, as hz-triangle(1) prints it; and its cells as rows.
CREATE FUNCTION hz_triangle_add(internal, date, date, numeric, date) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_triangle_take(internal, date, date, numeric, date) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_triangle_add(internal, date, date, numeric, date, text) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_triangle_take(internal, date, date, numeric, date, text) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION hz_triangle_finish(internal) RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE AGGREGATE hz_triangle(event date, transaction date, paid numeric, as_of date) (
    SFUNC = hz_triangle_add, STYPE = internal, FINALFUNC = hz_triangle_finish,
    COMBINEFUNC = hz_cells_combine, SERIALFUNC = hz_cells_serialize,
    DESERIALFUNC = hz_cells_deserialize, PARALLEL = SAFE,
    MSFUNC = hz_triangle_add, MINVFUNC = hz_triangle_take, MSTYPE = internal,
    MFINALFUNC = hz_triangle_finish);
CREATE AGGREGATE hz_triangle(event date, transaction date, paid numeric, as_of date, grain text) (
    SFUNC = hz_triangle_add, STYPE = internal, FINALFUNC = hz_triangle_finish,
    COMBINEFUNC = hz_cells_combine, SERIALFUNC = hz_cells_serialize,
    DESERIALFUNC = hz_cells_deserialize, PARALLEL = SAFE,
    MSFUNC = hz_triangle_add, MINVFUNC = hz_triangle_take, MSTYPE = internal,
    MFINALFUNC = hz_triangle_finish);

CREATE FUNCTION hz_triangle_cells(triangle text)
    RETURNS TABLE (origin text, development numeric, value numeric)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT split_part(line, ',', 1), split_part(line, ',', 2)::numeric,
           split_part(line, ',', 3)::numeric
    FROM regexp_split_to_table(triangle, E'\n') WITH ORDINALITY AS lines (line, at)
    WHERE at > 1 ORDER BY at
$$;
