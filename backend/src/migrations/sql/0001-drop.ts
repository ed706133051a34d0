/** Back to an empty schema; the cluster-wide roles stay because other databases may use them. */
export const DROP_EVERYTHING = `
DO $$
DECLARE item record;
BEGIN
  FOR item IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' LOOP
    EXECUTE format('DROP TABLE IF EXISTS public.%I CASCADE', item.tablename);
  END LOOP;
  FOR item IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'
      AND sequencename IN ('report_number', 'case_number', 'work_order_number', 'supervision_number') LOOP
    EXECUTE format('DROP SEQUENCE public.%I', item.sequencename);
  END LOOP;
  FOR item IN SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'public' AND (p.proname LIKE 'ctx\\_%' OR p.proname LIKE 'can\\_%' OR p.proname LIKE 'is\\_excluded%'
        OR p.proname IN ('report_content_is_immutable', 'report_facts_of_case')) LOOP
    EXECUTE format('DROP FUNCTION %s CASCADE', item.signature);
  END LOOP;
END $$;
`;
