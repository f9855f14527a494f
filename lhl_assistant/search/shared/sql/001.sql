-- Sources, passages, points and words of a shared library, and who may see and change what.
-- {dimension} is the length of the model's vectors.

do $$
begin
    perform pg_advisory_xact_lock(hashtext('lhl roles'));
    if not exists (select from pg_roles where rolname = 'lhl_leser') then create role lhl_leser nologin; end if;
    if not exists (select from pg_roles where rolname = 'lhl_redaktor') then create role lhl_redaktor nologin; end if;
    if not exists (select from pg_roles where rolname = 'lhl_eier') then create role lhl_eier nologin; end if;
end
$$;
grant lhl_leser to lhl_redaktor;
grant lhl_redaktor to lhl_eier;

create extension if not exists vector schema public;

create table lhl.library (
    one boolean primary key default true check (one),
    identity jsonb not null,
    revision bigint not null default 0
);

create table lhl.member (
    login name primary key,
    municipality text not null check (municipality <> ''),
    role text not null check (role in ('lhl_leser', 'lhl_redaktor', 'lhl_eier'))
);

create function lhl.mine() returns text language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$ select municipality from lhl.member where login = session_user $$;

-- scope is '' for what everyone sees, and the municipality for its drafts.
create table lhl.source (
    no bigint generated always as identity primary key,
    id text not null,
    scope text not null,
    municipality text not null,
    name text not null,
    title text not null, issuer text not null, year integer, status text not null, kind text not null,
    url text not null, checked text not null, summary boolean not null, text text not null, pages text not null,
    original text not null,
    passages integer not null,
    author name not null default session_user check (author = session_user),
    changed timestamptz not null default now(),
    check (scope in ('', municipality)),
    unique (scope, id) deferrable initially deferred
);
create index source_name on lhl.source (municipality, name);

create table lhl.original (
    id text primary key, title text not null, issuer text not null, year integer,
    status text not null, kind text not null, url text not null,
    municipality text not null
);

create table lhl.point (
    source bigint not null references lhl.source on delete cascade,
    passage bigint not null,
    scope text not null,
    kind smallint not null,
    item integer not null,
    vector halfvec({dimension}) not null
);
alter table lhl.point alter column vector set storage plain;
create index point_vector on lhl.point using hnsw (vector halfvec_ip_ops) with (m = 16, ef_construction = 128);
create index point_passage on lhl.point (passage);
create index point_source on lhl.point (source);

-- In terms, weight A marks a word's own stem, D a part of a compound; a term's positions are its occurrences.
create table lhl.passage (
    no bigint primary key,
    source bigint not null references lhl.source on delete cascade,
    scope text not null,
    data text not null,
    terms tsvector not null,
    length integer not null check (length > 0)
);
create index passage_terms on lhl.passage using gin (terms) with (fastupdate = off);
create index passage_source on lhl.passage (source);

-- What BM25 needs: in how many passages a term is, in how many of them as a word's own stem.
create table lhl.term (
    scope text not null,
    term text not null,
    passages integer not null,
    stems integer not null,
    revision bigint not null,
    primary key (scope, term)
) with (fillfactor = 70);
create index term_revision on lhl.term (revision);

create table lhl.statistics (
    scope text primary key,
    passages bigint not null,
    length bigint not null
);

create table lhl.change (
    no bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    author name not null default session_user,
    what text not null,
    id text not null,
    municipality text not null,
    scope text not null
);

create table lhl.work (
    municipality text not null,
    content text not null,
    path text not null,
    scope text not null,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
    source text,
    said jsonb,
    author name not null default session_user,
    worker text,
    finished timestamptz,
    primary key (municipality, scope, content)
);
create index work_waiting on lhl.work (municipality, scope, content) where state = 'waiting';

create function lhl.counted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    sign integer := case tg_op when 'INSERT' then 1 else -1 end;
    now_at bigint;
begin
    if not exists (select from altered) then
        return null;
    end if;
    update lhl.library set revision = revision + 1 returning revision into now_at;
    insert into lhl.term as t (scope, term, passages, stems, revision)
        select a.scope, w.lexeme, sign * count(*), sign * count(*) filter (where 'A' = any (w.weights)), now_at
        from altered a, unnest(a.terms) w
        group by a.scope, w.lexeme
        on conflict (scope, term) do update
        set passages = t.passages + excluded.passages, stems = t.stems + excluded.stems, revision = now_at;
    insert into lhl.statistics as s (scope, passages, length)
        select a.scope, sign * count(*), sign * sum(a.length) from altered a group by a.scope
        on conflict (scope) do update
        set passages = s.passages + excluded.passages, length = s.length + excluded.length;
    return null;
end
$$;
create trigger counted_in after insert on lhl.passage
    referencing new table as altered for each statement execute function lhl.counted();
create trigger counted_out after delete on lhl.passage
    referencing old table as altered for each statement execute function lhl.counted();

create function lhl.noted() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'INSERT' then
        insert into lhl.change (what, id, municipality, scope) values ('in', new.id, new.municipality, new.scope);
    else
        insert into lhl.change (what, id, municipality, scope) values ('out', old.id, old.municipality, old.scope);
    end if;
    return null;
end
$$;
create trigger noted after insert or delete on lhl.source for each row execute function lhl.noted();

create function lhl.give(login name, municipality text, role text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    insert into lhl.member values (login, municipality, role)
        on conflict on constraint member_pkey do update
        set municipality = excluded.municipality, role = excluded.role;
    execute format('revoke lhl_leser, lhl_redaktor, lhl_eier from %I', login);
    execute format('grant %I to %I', role, login);
end
$$;
revoke execute on function lhl.give(name, text, text) from public;
revoke execute on function lhl.counted() from public;
revoke execute on function lhl.noted() from public;

grant usage on schema lhl to lhl_leser;
grant select on lhl.library, lhl.member, lhl.source, lhl.original, lhl.point, lhl.passage, lhl.term, lhl.statistics,
    lhl.change, lhl.migration to lhl_leser;
grant insert, delete on lhl.source, lhl.point, lhl.passage, lhl.original to lhl_redaktor;
grant select, insert, update, delete on lhl.work to lhl_redaktor;
grant execute on function lhl.give(name, text, text) to lhl_eier;
grant delete on lhl.member to lhl_eier;

alter table lhl.member enable row level security;
create policy self on lhl.member for select to lhl_leser using (login = session_user);
create policy all_of_it on lhl.member to lhl_eier using (true);

alter table lhl.source enable row level security;
alter table lhl.point enable row level security;
alter table lhl.passage enable row level security;
alter table lhl.term enable row level security;
alter table lhl.statistics enable row level security;
alter table lhl.change enable row level security;
alter table lhl.work enable row level security;
alter table lhl.original enable row level security;

create policy seen on lhl.source for select to lhl_leser using (scope = '' or scope = (select lhl.mine()));
create policy seen on lhl.point for select to lhl_leser using (scope = '' or scope = (select lhl.mine()));
create policy seen on lhl.passage for select to lhl_leser using (scope = '' or scope = (select lhl.mine()));
create policy seen on lhl.term for select to lhl_leser using (scope = '' or scope = (select lhl.mine()));
create policy seen on lhl.statistics for select to lhl_leser using (scope = '' or scope = (select lhl.mine()));
create policy seen on lhl.change for select to lhl_leser using (scope = '' or scope = (select lhl.mine()));
create policy seen on lhl.original for select to lhl_leser using (true);

create policy put on lhl.original for insert to lhl_redaktor with check (municipality = (select lhl.mine()));
create policy taken on lhl.original for delete to lhl_redaktor using (municipality = (select lhl.mine()));
create policy put on lhl.source for insert to lhl_redaktor with check (municipality = (select lhl.mine()));
create policy taken on lhl.source for delete to lhl_redaktor using (municipality = (select lhl.mine()));
create policy taken_by_owner on lhl.source for delete to lhl_eier using (scope = '');
create policy put on lhl.point for insert to lhl_redaktor with check (exists (
    select from lhl.source s
    where s.no = point.source and s.scope = point.scope and s.municipality = (select lhl.mine())
));
create policy put on lhl.passage for insert to lhl_redaktor with check (exists (
    select from lhl.source s
    where s.no = passage.source and s.scope = passage.scope and s.municipality = (select lhl.mine())
));
create policy own on lhl.work to lhl_redaktor
    using (municipality = (select lhl.mine()))
    with check (municipality = (select lhl.mine()) and author = session_user and scope in ('', municipality));
