-- How people of an organisation come to a password and to a login of the database. Verifiers go in and never out.

-- How each member can sign in to the service: whether there is a password, whether it must be changed, when it was used.
CREATE OR REPLACE FUNCTION console.password_states()
RETURNS TABLE (member_id uuid, one_time boolean, signed_in_at bigint, locked_until bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$
    SELECT held.member_id, held.one_time, held.signed_in_at, held.locked_until
    FROM console.member_passwords AS held
    WHERE held.tenant_id = console.active_tenant() AND console.my_role() IN ('owner', 'admin', 'auditor', 'service')
$$;

-- The member whom the caller wants to change, if the rules of membership allow it. Only owners change owners.
CREATE OR REPLACE FUNCTION console.led_member(about uuid) RETURNS console.tenant_members
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    mine text := coalesce(console.my_role(), '');
    answer console.tenant_members;
BEGIN
    SELECT member.* INTO answer FROM console.tenant_members AS member
    WHERE member.tenant_id = console.active_tenant() AND member.id = about;
    IF answer.id IS NULL OR mine NOT IN ('owner', 'admin', 'service')
        OR (answer.role = 'owner' AND answer.status = 'active' AND mine = 'admin') THEN
        RAISE insufficient_privilege USING MESSAGE = 'this role changes nothing about this member';
    END IF;
    RETURN answer;
END $$;

-- A one-time password for the service: only ever a verifier, which replaces the one before. It is told in the audit.
CREATE OR REPLACE FUNCTION console.give_password(about uuid, new_verifier text, moment bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    member console.tenant_members := console.led_member(about);
    last_use bigint;
BEGIN
    IF new_verifier NOT LIKE '$argon2id$%' THEN
        RAISE invalid_parameter_value USING MESSAGE = 'an argon2id verifier is wanted, not a password';
    END IF;
    DELETE FROM console.member_passwords AS held
    WHERE held.tenant_id = member.tenant_id AND held.member_id = member.id RETURNING held.signed_in_at INTO last_use;
    INSERT INTO console.member_passwords
        (tenant_id, member_id, verifier, one_time, failures, locked_until, changed_at, signed_in_at)
    VALUES (member.tenant_id, member.id, new_verifier, true, 0, NULL, moment, last_use);
    IF EXISTS (  -- of one who is being added the entry comes with the commit, and says enough
        SELECT 1 FROM console.audit_log AS told
        WHERE told.tenant_id = member.tenant_id AND told.subject_kind = 'member' AND told.subject_id = about::text
    ) THEN
        PERFORM console.append_audit(member.tenant_id, console.acting(), 'member.password_reset', 'member',
            about::text, '{}', '{"password": "one_time"}');
    END IF;
END $$;

-- Ends what a member was signed in to at the service; with `forget` the password goes, too.
CREATE OR REPLACE FUNCTION console.end_sign_ins(about uuid, moment bigint, forget boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    member console.tenant_members := console.led_member(about);
BEGIN
    UPDATE console.refresh_tokens AS token SET revoked_at = moment
    WHERE token.tenant_id = member.tenant_id AND token.member_id = member.id AND token.revoked_at IS NULL;
    IF forget THEN
        DELETE FROM console.member_passwords AS held
        WHERE held.tenant_id = member.tenant_id AND held.member_id = member.id;
    END IF;
END $$;

-- Whether a member's login is known in another organisation, now or once: then nobody here may say what opens it.
CREATE OR REPLACE FUNCTION console.is_login_elsewhere(wanted text, here uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = console, pg_temp
AS $$ SELECT EXISTS (SELECT 1 FROM console.tenant_members WHERE login = wanted AND tenant_id <> here) $$;

-- A login of the database for a member: the one way by which somebody in an organisation makes a role. It takes a SCRAM
-- verifier, which the program computes, so that no password travels or stands in the server's log.
-- made: a new login; renewed: a new password for one that we made; linked: an existing login, which keeps its password;
-- missing: an administrator must make it.
CREATE OR REPLACE FUNCTION console.give_login(about uuid, verifier text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = console, pg_temp
AS $$
DECLARE
    member console.tenant_members := console.led_member(about);
    known pg_catalog.pg_roles;
BEGIN
    IF console.is_service() THEN
        RAISE insufficient_privilege USING MESSAGE = 'only people make logins';
    END IF;
    IF verifier !~ '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE invalid_parameter_value USING MESSAGE = 'a SCRAM-SHA-256 verifier is wanted, not a password';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('login ' || member.login, 0));
    SELECT role.* INTO known FROM pg_catalog.pg_roles AS role WHERE role.rolname = member.login;
    IF member.login !~ '^console_person_[a-z0-9_]{1,40}$' THEN
        IF known.rolname IS NULL OR NOT known.rolcanlogin OR known.rolname LIKE 'console\_%' THEN
            RETURN 'missing';
        END IF;
        IF NOT known.rolsuper THEN
            EXECUTE format('GRANT console_people TO %I', member.login);
        END IF;
        RETURN 'linked';
    END IF;
    IF console.is_login_elsewhere(member.login, member.tenant_id) THEN
        RAISE unique_violation USING MESSAGE = 'this login belongs to another organisation', CONSTRAINT = 'login_elsewhere';
    END IF;
    IF known.rolname IS NULL THEN
        EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE console_people', member.login, verifier);
        RETURN 'made';
    END IF;
    EXECUTE format('GRANT console_people TO %I', member.login);
    BEGIN
        EXECUTE format('ALTER ROLE %I PASSWORD %L', member.login, verifier);
    EXCEPTION WHEN insufficient_privilege THEN
        RETURN 'linked';  -- an administrator made it
    END;
    RETURN 'renewed';
END $$;
