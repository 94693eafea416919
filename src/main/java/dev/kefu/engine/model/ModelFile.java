package dev.kefu.engine.model;

/** A file of the process owners: a model, a form or a decision table. */
interface ModelFile {

  /** Folder, slash, file name. */
  String path();

  /** The id that the file's content names. */
  String id();

  default String capability() {
    int slash = path().indexOf('/');
    return slash < 0 ? "" : path().substring(0, path().lastIndexOf('/'));
  }

  default String stem() {
    String name = path().substring(path().lastIndexOf('/') + 1);
    return name.substring(0, name.lastIndexOf('.'));
  }
}
