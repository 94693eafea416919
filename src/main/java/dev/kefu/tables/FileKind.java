package dev.kefu.tables;

/** Kinds of files that are read. */
public enum FileKind { CSV, XLSX }
