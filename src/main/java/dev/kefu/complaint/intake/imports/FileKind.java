package dev.kefu.complaint.intake.imports;

/** Kinds of files that are read. */
enum FileKind { CSV, XLSX }
