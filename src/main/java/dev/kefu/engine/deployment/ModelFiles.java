package dev.kefu.engine.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Finds the models, decision tables and forms on the class path, in a folder as in a jar. */
@Component
class ModelFiles {

  private static final List<String> PATTERNS = List.of(
      "classpath*:/processes/*/*" + ModelFile.MODEL, "classpath*:/processes/*/*" + ModelFile.DECISION, "classpath*:/forms/*/*" + ModelFile.FORM);

  private final ResourcePatternResolver resources;

  ModelFiles(ResourcePatternResolver resources) {
    this.resources = resources;
  }

  /** Reads all files, sorted by name. */
  List<ModelFile> read() {
    try {
      SortedMap<String, ModelFile> byName = new TreeMap<>();
      for (Resource resource : find()) {
        ModelFile file = new ModelFile(resource.getFilename(), resource.getDescription(), resource.getContentAsByteArray());
        ModelFile other = byName.put(file.name(), file);
        if (other != null) {
          throw new UnusableFileException(file.name(), "stands in two places, keep one: " + other.location() + " and " + file.location(), null);
        }
      }
      return List.copyOf(byName.values());
    } catch (IOException e) {
      throw new UncheckedIOException("The files of the processes cannot be read", e);
    }
  }

  private Collection<Resource> find() throws IOException {
    List<Resource> found = new ArrayList<>();
    for (String pattern : PATTERNS) {
      found.addAll(List.of(resources.getResources(pattern)));
    }
    return found;
  }
}
