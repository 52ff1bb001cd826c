-- The figures are computed by hand where they are not sums of the rows beside them.
CREATE EXTENSION huzhu;

-- A year of 365 days from 2022-01-01 is 184/365 unearned at the end of June, of a year from July all
-- of it, of one that has ended nothing: 365.00 * 184 / 365 + 10.01 + 0.
CREATE TABLE members (id integer, plan text, starts date, ends date, contribution numeric);
INSERT INTO members VALUES
    (1, 'a', '2022-01-01', '2022-12-31', 365), (2, 'a', '2022-07-01', '2023-06-30', 10.01),
    (3, 'b', '2021-01-01', '2021-12-31', 99), (4, 'b', '2022-01-01', '2022-12-31', -1);
SELECT hz_unearned(starts, ends, contribution, '2022-06-30') FROM members;
SELECT plan, hz_unearned(starts, ends, contribution, '2022-06-30') FROM members GROUP BY plan ORDER BY plan;

-- Parts of a fen are added up before they are rounded, once: 3 * 0.01 * 184 / 365 is 0.0151.
SELECT hz_unearned('2022-01-01', '2022-12-31', 0.01, '2022-06-30') FROM generate_series(1, 3);
-- At the end of the fifth month after the first of twelve: by 24ths (2 * (12 - 5) - 1) / 24; by the
-- rule of 78, with six months left, 6 * 7 / (12 * 13); by its reverse 1 - 6 * 7 / (12 * 13).
SELECT hz_unearned('2022-01-01', '2022-12-31', 24, '2022-06-30', '24ths'),
       hz_unearned('2022-01-01', '2022-12-31', 156, '2022-06-30', '78'),
       hz_unearned('2022-01-01', '2022-12-31', 156, '2022-06-30', 'reverse-78');
-- No rows, and rows of an outer join that are none.
SELECT hz_unearned(starts, ends, contribution, '2022-06-30') FROM members WHERE false;
SELECT hz_unearned(starts, ends, contribution, '2022-06-30') FROM (VALUES (9)) AS none (id) LEFT JOIN members USING (id);

-- A window takes rows out again exactly.
SELECT id, hz_unearned(starts, ends, contribution, '2022-06-30') OVER (ORDER BY id ROWS 1 PRECEDING),
       hz_unearned(starts, ends, contribution, '2022-06-30') OVER (ORDER BY id) FROM members ORDER BY id;

-- The largest amount there is, 10^16 yuan less a fen, a thousand times.
SELECT hz_unearned('2023-01-01', '2023-12-31', 9999999999999999.99, '2022-12-31') FROM generate_series(1, 1000);

-- What is refused.
SELECT hz_unearned('2022-12-31', '2022-01-01', 1, '2022-06-30');
SELECT hz_unearned('2022-01-01', '9999-12-31', 1, '2022-06-30');
SELECT hz_unearned('2022-01-01', 'infinity', 1, '2022-06-30');
SELECT hz_unearned('0044-03-15 BC', '2022-01-01', 1, '2022-06-30');
SELECT hz_unearned('2022-01-01', NULL, 1, '2022-06-30');
SELECT hz_unearned('2022-01-01', '2022-12-31', NULL, '2022-06-30');
SELECT hz_unearned('2022-01-01', '2022-12-31', 1, NULL);
SELECT hz_unearned('2022-01-01', '2022-12-31', 0.001, '2022-06-30');
SELECT hz_unearned('2022-01-01', '2022-12-31', 'NaN', '2022-06-30');
SELECT hz_unearned('2022-01-01', '2022-12-31', 1e16, '2022-06-30');
SELECT hz_unearned(starts, ends, contribution, starts) FROM members;
SELECT hz_unearned('2022-01-01', '2022-12-31', 1, '2022-06-29', '24ths');
SELECT hz_unearned('2022-01-01', '2022-12-30', 1, '2022-06-30', '24ths');
SELECT hz_unearned('2022-01-01', '2022-12-31', 1, '2022-06-30', 'risk');
SELECT hz_unearned('2022-01-01', '2022-12-31', 1, '2022-06-30', NULL);

-- Payments by year of the event and age, cumulative; what is later than the day is left out.
CREATE TABLE claims (id integer, event date, transaction date, paid numeric);
INSERT INTO claims VALUES
    (1, '2021-03-01', '2021-05-01', 100), (2, '2021-03-01', '2022-05-01', 50.05),
    (3, '2022-08-01', '2022-09-01', 110), (4, '2022-08-01', '2023-01-01', 1000), (5, '2021-01-01', '2021-01-01', NULL);
SELECT hz_triangle(event, transaction, paid, '2022-12-31') FROM claims;
SELECT * FROM hz_triangle_cells((SELECT hz_triangle(event, transaction, paid, '2022-12-31') FROM claims));
SELECT hz_triangle(event, transaction, paid, '2021-06-30', 'quarter') FROM claims WHERE event < '2022-01-01';
-- Within a period all ages end as it does, which is told.
SELECT hz_triangle(event, transaction, paid, '2022-06-30') FROM claims WHERE id < 3;
SELECT hz_triangle(event, transaction, paid, '2022-12-31') FROM claims WHERE false;
SELECT * FROM hz_triangle_cells((SELECT hz_triangle(event, transaction, paid, '2022-12-31') FROM claims WHERE false));
-- A row that leaves the window takes its cell, and the origin, with it.
SELECT id, replace(hz_triangle(event, transaction, paid, '2022-12-31') OVER (ORDER BY id ROWS 1 PRECEDING), E'\n', ' ') FROM claims ORDER BY id;

SELECT hz_triangle('2022-01-01', '2021-12-31', 1, '2022-12-31');
SELECT hz_triangle('1900-01-01', '2021-12-31', 1, '2022-12-31');
SELECT hz_triangle(NULL, '2021-12-31', 1, '2022-12-31');
SELECT hz_triangle('2021-01-01', '2021-12-31', 1e11 + 1, '2022-12-31');
SELECT hz_triangle('2021-01-01', '2021-12-31', 1, '2022-12-31', 'decade');
SELECT hz_triangle('1850-01-01', '1850-12-31', 1, '2022-12-31', 'month');
