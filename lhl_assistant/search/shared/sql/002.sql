-- A question is answered by one function. It runs as the owner, because PostgreSQL uses no index for the words of one
-- who is under row-level security (a tsvector's operators are not leakproof, so all rows would be read); it sees what
-- the caller may see by the same rule as the policies.

-- How often a term is in a passage. Of a single term ts_rank makes the sum of 1/n² for its n occurrences, as a share of
-- π²/6; what is left of that sum after n is 1/(n + 1/2), near enough to tell every n apart that a tsvector can hold.
create function lhl.occurrences(terms tsvector, term tsquery) returns float8 language sql immutable strict parallel safe
    as $$ select round(0.607927101 / (1 - ts_rank('{1, 1, 1, 1}', terms, term)::float8) - 0.5) $$;

do $$
begin
    assert lhl.occurrences('a:1 b:2,3,4', 'a') = 1 and lhl.occurrences('a:1 b:2,3,4', 'b') = 3
        and lhl.occurrences('a:1 b:2,3,4', 'c') = 0, 'ts_rank counts in another way';
end
$$;

-- vectors: the question's readings, at most four. levels: queries for its words, the strictest first; the first that has
-- enough passages gives the candidates. parts, asked, weights: its terms, the word that each stands for, and its weight
-- in BM25, of which k is the length norm of a mean passage's each term. inside: the only sources (null: all). also:
-- sources whose best are candidates. points, passages: how many of each to take. Returns every point of every candidate.
create function lhl.near(
    vectors public.halfvec[], levels tsquery[], parts integer[], asked tsquery[], weights float8[],
    k1 float8, b float8, mean float8, inside bigint[], also bigint[], points integer, passages integer
)
returns table (
    passage bigint, share float8, kind smallint, item integer, first float4, second float4, third float4, fourth float4
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
    seen constant text[] := array['', coalesce(lhl.mine(), '')];
    named constant bigint[] := coalesce(inside, also);
    near bigint[] := '{}';
    wordy bigint[] := '{}';
    found bigint[];
    reading public.halfvec;
    level tsquery;
begin
    foreach reading in array vectors loop
        if inside is null then
            select array_agg(n.passage) into found from (
                select p.passage from lhl.point p where p.scope = any (seen)
                order by p.vector operator(public.<#>) reading limit points
            ) n;
            near := near || found;
        end if;
        if cardinality(named) > 0 then
            with those as materialized (
                select p.passage, p.vector operator(public.<#>) reading as away
                from lhl.point p where p.source = any (named) and p.scope = any (seen)
            )
            select array_agg(n.passage) into found from (
                select t.passage from those t order by t.away limit points
            ) n;
            near := near || found;
        end if;
    end loop;
    if inside is null then
        foreach level in array levels loop
            select array_agg(n.no) into wordy from (
                select p.no from lhl.passage p where p.terms @@ level and p.scope = any (seen) limit 3 * passages
            ) n;
            exit when cardinality(wordy) >= passages;
        end loop;
    end if;
    if cardinality(named) > 0 and cardinality(levels) > 0 then
        select array_agg(p.no) into found
        from lhl.passage p where p.source = any (named) and p.scope = any (seen) and p.terms @@ levels[cardinality(levels)];
        wordy := wordy || found;
    end if;
    return query
        with term as materialized (
            select t.part, t.term, t.weight from unnest(parts, asked, weights) as t (part, term, weight)
        ), candidate as materialized (
            select p.no, p.source = any (named) as own, p.terms, k1 * (1 - b + b * p.length / mean) as norm
            from lhl.passage p where p.no = any (near || wordy) and p.scope = any (seen)
        ), best as (
            select c.no, c.own, t.part, max(t.weight / (1 + c.norm / lhl.occurrences(c.terms, t.term))) as best
            from candidate c join term t on c.terms @@ t.term group by c.no, c.own, t.part
        ), share as materialized (
            select b.no, b.own, sum(b.best) as share from best b group by b.no, b.own
        ), chosen as (
            (select s.no from share s order by s.share desc limit passages)
            union (select s.no from share s where s.own order by s.share desc limit passages)
            union select unnest(near)
        )
        select p.passage, coalesce(s.share, 0), p.kind, p.item,
            -(p.vector operator(public.<#>) vectors[1])::float4, -(p.vector operator(public.<#>) vectors[2])::float4,
            -(p.vector operator(public.<#>) vectors[3])::float4, -(p.vector operator(public.<#>) vectors[4])::float4
        from chosen c join lhl.point p on p.passage = c.no left join share s on s.no = c.no
        where p.scope = any (seen);
end
$$;
revoke execute on function lhl.near from public;
grant execute on function lhl.near to lhl_leser;
