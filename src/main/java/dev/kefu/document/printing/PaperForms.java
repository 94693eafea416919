package dev.kefu.document.printing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every form of the handbook that can be printed, read once at the start. */
@Component
class PaperForms {

  private static final String FILES = "classpath*:/forms/*/*.document.yaml";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final List<PaperForm> all;

  PaperForms(ResourcePatternResolver resources) throws IOException {
    all = Arrays.stream(resources.getResources(FILES)).map(PaperForms::read).sorted(Comparator.comparing(PaperForm::number)).toList();
  }

  private static PaperForm read(Resource file) {
    try (InputStream content = file.getInputStream()) {
      return YAML.readValue(content, PaperForm.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.getDescription() + " is no printed document", unreadable);
    }
  }

  List<PaperForm> all() {
    return all;
  }

  Optional<PaperForm> find(String id) {
    return all.stream().filter(form -> form.id().equals(id)).findFirst();
  }
}
