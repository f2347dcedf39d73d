/** Import first: the functions under test write no log lines into the report. */
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
