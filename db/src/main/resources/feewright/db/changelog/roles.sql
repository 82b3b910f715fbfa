--liquibase formatted sql

-- The runtime role owns nothing, so that row-level security binds it; NOINHERIT lets it become the platform role without
-- getting its rights otherwise. Where the migrating user may not create roles, the operator creates both beforehand.
--changeset feewright:roles splitStatements:false
do $$
begin
    if not exists (select from pg_roles where rolname = 'feewright_app') then
        begin
            create role feewright_app nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole;
        exception when duplicate_object or unique_violation then null;
        end;
    end if;
    if not exists (select from pg_roles where rolname = 'feewright_platform') then
        begin
            create role feewright_platform nologin nosuperuser nobypassrls nocreatedb nocreaterole;
        exception when duplicate_object or unique_violation then null;
        end;
    end if;
    if not pg_has_role('feewright_app', 'feewright_platform', 'member') then
        grant feewright_platform to feewright_app;
    end if;
end
$$;

--changeset feewright:schema-usage
grant usage on schema public to feewright_app, feewright_platform;
