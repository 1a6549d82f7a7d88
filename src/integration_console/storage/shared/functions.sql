-- The functions of a shared database. Each one that runs with more rights than its caller has a search path of its own,
-- with the temporary schema last, so that nothing a caller makes can stand in for ours.

CREATE OR REPLACE FUNCTION console.revision() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$ SELECT version_num::text FROM console.alembic_version $$;

CREATE OR REPLACE FUNCTION console.is_service() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$ SELECT session_user = 'console_service' $$;

-- The organisation whose rows this transaction sees. The service says so itself; for a person it is looked up by the
-- login that proved itself, and the setting can only narrow it.
CREATE OR REPLACE FUNCTION console.active_tenant() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    wanted uuid;
    answer uuid;
BEGIN
    BEGIN
        wanted := nullif(current_setting('app.tenant_id', true), '')::uuid;
    EXCEPTION WHEN invalid_text_representation THEN
        RETURN NULL;
    END;
    IF console.is_service() THEN
        RETURN wanted;
    END IF;
    SELECT member.tenant_id INTO answer FROM console.tenant_members AS member
    WHERE member.login = session_user AND member.status = 'active' AND member.tenant_id = wanted;
    RETURN answer;
END $$;

-- What the one who is signed in is in that organisation.
CREATE OR REPLACE FUNCTION console.my_role() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    answer text;
BEGIN
    IF console.is_service() THEN
        RETURN 'service';
    END IF;
    SELECT member.role INTO answer FROM console.tenant_members AS member
    WHERE member.login = session_user AND member.status = 'active' AND member.tenant_id = console.active_tenant();
    RETURN answer;
END $$;

-- The organisations of the one who is signed in; the service works for all of them.
CREATE OR REPLACE FUNCTION console.my_organisations() RETURNS TABLE (tenant_id uuid, name text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$
    SELECT tenant.tenant_id, tenant.name, CASE WHEN console.is_service() THEN 'service' ELSE member.role END
    FROM console.tenants AS tenant
    LEFT JOIN console.tenant_members AS member
        ON member.tenant_id = tenant.tenant_id AND member.login = session_user AND member.status = 'active'
    WHERE console.is_service() OR member.role IS NOT NULL
$$;

-- Whose webhook, key or login a public id is: read by exact id alone, by the service alone.
CREATE OR REPLACE FUNCTION console.tenant_of(wanted uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$
BEGIN
    IF NOT console.is_service() THEN
        RAISE insufficient_privilege USING MESSAGE = 'only the service may look ids up';
    END IF;
    RETURN (SELECT entry.tenant_id FROM console.directory AS entry WHERE entry.public_id = wanted);
END $$;

-- JSON with sorted names and nothing between its parts: equal contents are equal texts, here as in the program.
CREATE OR REPLACE FUNCTION console.canonical(value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog
AS $$
BEGIN
    CASE jsonb_typeof(value)
    WHEN 'object' THEN
        RETURN '{' || coalesce((
            SELECT string_agg(to_json(part.key)::text || ':' || console.canonical(part.value), ',' ORDER BY part.key COLLATE "C")
            FROM jsonb_each(value) AS part
        ), '') || '}';
    WHEN 'array' THEN
        RETURN '[' || coalesce((
            SELECT string_agg(console.canonical(part.value), ',' ORDER BY part.place)
            FROM jsonb_array_elements(value) WITH ORDINALITY AS part (value, place)
        ), '') || ']';
    ELSE
        RETURN value::text;
    END CASE;
END $$;

-- Appends an entry to the chain of an organisation. Nobody but the triggers and functions of this schema may call it.
CREATE OR REPLACE FUNCTION console.append_audit(
    tenant uuid, who text, what text, kind text, subject text, old_row jsonb, new_row jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    last_number bigint := 0;
    last_hash text := repeat('0', 64);
    entry uuid := gen_random_uuid();
    moment bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
    content text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || tenant::text, 0));
    SELECT number, hash INTO last_number, last_hash FROM console.audit_log
    WHERE tenant_id = tenant ORDER BY number DESC LIMIT 1;
    last_number := coalesce(last_number, 0) + 1;
    last_hash := coalesce(last_hash, repeat('0', 64));
    content := '[' || concat_ws(',',
        to_json(last_hash)::text, last_number::text, to_json(entry::text)::text, moment::text, to_json(who)::text,
        to_json(what)::text, to_json(kind)::text, to_json(subject)::text,
        console.canonical(old_row), console.canonical(new_row)) || ']';
    INSERT INTO console.audit_log (
        tenant_id, id, number, created_at, actor, action, subject_kind, subject_id, before, after, previous_hash, hash
    ) VALUES (
        tenant, entry, last_number, moment, who, what, kind, subject, console.canonical(old_row),
        console.canonical(new_row), last_hash, encode(sha256(convert_to(content, 'UTF8')), 'hex')
    );
END $$;

-- Who is said to have made a change: a person by the login that proved itself; the service says for whom it acts.
CREATE OR REPLACE FUNCTION console.acting() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
    SELECT CASE WHEN console.is_service()
        THEN coalesce(nullif(current_setting('app.actor', true), ''), 'console_service') ELSE session_user::text END
$$;

-- Whether an administrator copies an organisation into this database: its own audit comes along, entry by entry. Nobody
-- else is believed who says so: a session that is held to the policies writes through the triggers.
CREATE OR REPLACE FUNCTION console.copying() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
    SELECT coalesce(current_setting('app.copying', true), '') = 'on'
        AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = session_user AND (rolsuper OR rolbypassrls))
$$;

-- The row as the audit tells it: JSON columns as JSON, nothing sealed, nothing that is no change of a person's.
CREATE OR REPLACE FUNCTION console.as_told(answer jsonb, json_columns text[], left_out text[]) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog
AS $$
DECLARE
    told jsonb := answer - 'tenant_id' - left_out;
    each_column text;
BEGIN
    FOREACH each_column IN ARRAY json_columns LOOP
        IF jsonb_typeof(told -> each_column) = 'string' THEN
            told := jsonb_set(told, ARRAY[each_column], (told ->> each_column)::jsonb);
        END IF;
    END LOOP;
    RETURN told;
END $$;

-- What can be told of columns that nobody may read in the audit, where they are not what they are in another row.
CREATE OR REPLACE FUNCTION console.digests(answer jsonb, other jsonb, sealed text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
AS $$
    SELECT coalesce(jsonb_object_agg(name, 'sha256:' || encode(sha256(convert_to(answer ->> name, 'UTF8')), 'hex')), '{}')
    FROM unnest(sealed) AS name WHERE answer -> name <> other -> name
$$;

-- Every change of an administrative table leaves exactly one entry, whoever makes it and by whatever way.
-- Arguments: what a row is called, the column that names it, its JSON columns, the columns that are left out, what it is
-- called that there is a new one, and the columns that are sealed: of those a change is told by their digests alone.
-- A row of which only the history stays is told as removed.
CREATE OR REPLACE FUNCTION console.audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    sealed text[] := string_to_array(TG_ARGV[5], ',');
    left_out text[] := string_to_array(TG_ARGV[3], ',') || sealed;
    old_row jsonb := '{}';
    new_row jsonb := '{}';
    verb text := CASE TG_OP WHEN 'INSERT' THEN TG_ARGV[4] WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END;
    subject text;
BEGIN
    IF console.copying() THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        old_row := console.as_told(to_jsonb(OLD), string_to_array(TG_ARGV[2], ','), left_out);
        subject := to_jsonb(OLD) ->> TG_ARGV[1];
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_row := console.as_told(to_jsonb(NEW), string_to_array(TG_ARGV[2], ','), left_out);
        subject := to_jsonb(NEW) ->> TG_ARGV[1];
    END IF;
    IF TG_OP = 'UPDATE' THEN
        old_row := old_row || console.digests(to_jsonb(OLD), to_jsonb(NEW), sealed);
        new_row := new_row || console.digests(to_jsonb(NEW), to_jsonb(OLD), sealed);
    END IF;
    IF TG_OP = 'UPDATE' AND old_row = new_row THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' AND new_row ->> 'status' = 'removed' AND old_row ->> 'status' <> 'removed' THEN
        verb := 'removed';
    END IF;
    PERFORM console.append_audit(
        CASE TG_OP WHEN 'DELETE' THEN OLD.tenant_id ELSE NEW.tenant_id END,
        console.acting(), TG_ARGV[0] || '.' || verb, TG_ARGV[0], coalesce(subject, ''), old_row, new_row);
    RETURN NULL;
END $$;

-- What an operator's check finds out is written into the connector, and nothing else by an operator. Not deferred: what
-- the caller is, is looked up at the moment of the change, by the setting with which the policy let it through.
CREATE OR REPLACE FUNCTION console.guard_connector() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    health text[] := string_to_array(TG_ARGV[0], ',');
BEGIN
    IF console.my_role() = 'operator' AND to_jsonb(OLD) - health <> to_jsonb(NEW) - health THEN
        RAISE insufficient_privilege USING MESSAGE = 'an operator may write the health of a connector, nothing else';
    END IF;
    RETURN NEW;
END $$;

-- The rules of membership, whoever writes: only an owner makes, changes or unmakes an owner, nobody changes their own
-- role, and the last owner stays.
CREATE OR REPLACE FUNCTION console.guard_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    was_owner boolean := TG_OP <> 'INSERT' AND OLD.role = 'owner' AND OLD.status = 'active';
    is_owner boolean := TG_OP <> 'DELETE' AND NEW.role = 'owner' AND NEW.status = 'active';
BEGIN
    IF console.copying() THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    IF (was_owner OR is_owner) AND coalesce(console.my_role(), 'owner') NOT IN ('owner', 'service') THEN
        RAISE insufficient_privilege USING MESSAGE = 'only an owner makes or changes an owner';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.login = session_user AND NEW.role <> OLD.role THEN
        RAISE insufficient_privilege USING MESSAGE = 'nobody changes their own role';
    END IF;
    IF was_owner AND NOT is_owner THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('owners ' || OLD.tenant_id::text, 0));
        IF NOT EXISTS (
            SELECT 1 FROM console.tenant_members AS other
            WHERE other.tenant_id = OLD.tenant_id AND other.id <> OLD.id AND other.role = 'owner' AND other.status = 'active'
        ) THEN
            RAISE insufficient_privilege USING MESSAGE = 'the last owner stays';
        END IF;
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;

-- Secrets are told by their names alone; of one that is changed in its place it is told what of it became another.
CREATE OR REPLACE FUNCTION console.audit_secret() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    old_row jsonb := '{}';
    new_row jsonb := '{}';
    told_else text[] := ARRAY['tenant_id', 'table_name', 'name', 'sealed'];
    verb text := CASE TG_OP WHEN 'INSERT' THEN 'set' WHEN 'UPDATE' THEN 'changed' ELSE 'removed' END;
BEGIN
    IF coalesce(NEW.table_name, OLD.table_name) = 'access_tokens' AND coalesce(OLD.table_name, NEW.table_name) = 'access_tokens'
        OR console.copying() THEN
        RETURN NULL;  -- a token that renews itself is no change of a person's
    END IF;
    IF TG_OP = 'UPDATE' AND OLD = NEW THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        old_row := jsonb_build_object('table', OLD.table_name, 'name', OLD.name);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_row := jsonb_build_object('table', NEW.table_name, 'name', NEW.name);
    END IF;
    IF TG_OP = 'UPDATE' THEN
        old_row := old_row || (to_jsonb(OLD) - told_else) || console.digests(to_jsonb(OLD), to_jsonb(NEW), ARRAY['sealed']);
        new_row := new_row || (to_jsonb(NEW) - told_else) || console.digests(to_jsonb(NEW), to_jsonb(OLD), ARRAY['sealed']);
    END IF;
    PERFORM console.append_audit(coalesce(NEW.tenant_id, OLD.tenant_id), console.acting(), 'secret.' || verb, 'secret',
        coalesce(NEW.row_id, OLD.row_id)::text, old_row, new_row);
    RETURN NULL;
END $$;

-- What leaves no trace in a table, such as that a secret was shown, is told by the program.
CREATE OR REPLACE FUNCTION console.note_audit(what text, kind text, subject text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
BEGIN
    IF console.my_role() IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'no member of this organisation';
    END IF;
    IF what NOT LIKE '%.secret\_shown' AND what NOT LIKE 'workspace.%' AND what <> 'connector.authorised'
        AND NOT (what = 'member.password_changed' AND console.is_service()) THEN
        RAISE insufficient_privilege USING MESSAGE = 'what changes a table is told by the table';
    END IF;
    PERFORM console.append_audit(
        console.active_tenant(), console.acting(), what, kind, subject, '{}', jsonb_build_object('noted', true));
END $$;

-- A person's sync renews a token: it may replace the values of that connector's own access, and no other secret.
CREATE OR REPLACE FUNCTION console.renew_secret(
    about uuid, secret_name text, new_id uuid, new_key uuid, new_value bytea, moment bigint
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
BEGIN
    IF coalesce(console.my_role(), '') NOT IN ('owner', 'admin', 'operator', 'service') THEN
        RAISE insufficient_privilege USING MESSAGE = 'this role renews no tokens';
    END IF;
    DELETE FROM console.secrets
    WHERE tenant_id = console.active_tenant() AND table_name = 'access_tokens' AND row_id = about AND name = secret_name;
    INSERT INTO console.secrets (tenant_id, id, table_name, row_id, name, key_id, sealed, created_at)
    VALUES (console.active_tenant(), new_id, 'access_tokens', about, secret_name, new_key, new_value, moment);
END $$;

-- The partition of the month in which a moment lies (microseconds since 1970, UTC). Where rows of that month lie in the
-- partition of what has no month, they stay there.
CREATE OR REPLACE FUNCTION console.make_log_month(moment bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    first_day timestamptz := date_trunc('month', to_timestamp(moment / 1000000.0) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
    partition_name text := 'integration_logs_' || to_char(first_day AT TIME ZONE 'UTC', 'YYYY_MM');
    first_moment bigint := (extract(epoch FROM first_day) * 1000000)::bigint;
    next_moment bigint := (extract(epoch FROM (first_day AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC')
        * 1000000)::bigint;
BEGIN
    IF to_regclass('console.' || partition_name) IS NULL AND first_day BETWEEN '2000-01-01' AND '2100-01-01' THEN
        EXECUTE format('CREATE TABLE console.%I PARTITION OF console.integration_logs FOR VALUES FROM (%s) TO (%s)',
            partition_name, first_moment, next_moment);
    END IF;
EXCEPTION WHEN check_violation THEN
    NULL;
END $$;

-- Rings the bell of all who work: something is due, or to be cancelled. It says nothing else.
CREATE OR REPLACE FUNCTION console.ring() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM pg_notify('console_work', '');
    RETURN NULL;
END $$;

-- What is added to every place in the order of commits (positions.py).
CREATE OR REPLACE FUNCTION console.position_base() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$ SELECT base FROM console.position_base $$;

-- Lifts the places that are given out from now on above `newest`; waits for the transactions that are under way.
CREATE OR REPLACE FUNCTION console.lift_positions(newest bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
BEGIN
    IF newest > console.position_base() + (pg_snapshot_xmin(pg_current_snapshot())::text::bigint << 20) THEN
        LOCK TABLE console.position_base IN ACCESS EXCLUSIVE MODE;
        UPDATE console.position_base SET base = greatest(base, newest);
    END IF;
END $$;

-- Months of the log, made ahead of time; what lies outside all of them has a place, too.
CREATE OR REPLACE FUNCTION console.keep_log_partitions(months_ahead int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
BEGIN
    FOR month IN -1 .. least(months_ahead, 60) LOOP
        PERFORM console.make_log_month((extract(epoch FROM
            (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => month)) AT TIME ZONE 'UTC')
            * 1000000)::bigint);
    END LOOP;
    IF to_regclass('console.integration_logs_other') IS NULL THEN
        CREATE TABLE console.integration_logs_other PARTITION OF console.integration_logs DEFAULT;
    END IF;
END $$;
