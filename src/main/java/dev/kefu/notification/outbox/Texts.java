package dev.kefu.notification.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes subject and text of a message from its template and facts. Plain text only; a fact is shown, never read as a template or as a line of its own. */
@Component
class Texts {

  private static final String FOLDER = "templates/notification/";
  private static final String SUFFIX = ".txt";
  private static final int LONGEST_FACT = 2000;
  private static final int LONGEST_SUBJECT = 200;

  private static final Pattern FACT = Pattern.compile("\\[\\(\\$\\{[^}]*}\\)]");

  private final SpringTemplateEngine engine = engine();
  private final Map<String, String> titles = new ConcurrentHashMap<>();

  /** @throws IllegalArgumentException when there is no such template */
  void demand(String template) {
    if (Texts.class.getClassLoader().getResource(FOLDER + template + SUFFIX) == null) {
      throw new IllegalArgumentException("There is no text " + FOLDER + template + SUFFIX);
    }
  }

  /** The subject without the facts; the template's name when it is there no more. */
  String titleOf(String template) {
    return titles.computeIfAbsent(template, name -> {
      try (InputStream text = Texts.class.getClassLoader().getResourceAsStream(FOLDER + name + SUFFIX)) {
        String subject = text == null ? name : new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2)[0];
        return FACT.matcher(subject).replaceAll("").replaceAll("\\s+", " ").replace(" :", ":").replaceAll("^[\\s:]+|[\\s:]+$", "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** The first line of the template is the subject. */
  Letter write(String address, String template, Map<String, String> facts) {
    Context context = new Context();
    Map<String, Object> shown = new HashMap<>();
    facts.forEach((name, value) -> shown.put(name, oneLine(value, LONGEST_FACT)));
    context.setVariables(shown);
    String[] parts = engine.process(template, context).split("\n", 2);
    return new Letter(address, oneLine(parts[0], LONGEST_SUBJECT), parts[1].strip() + "\n");
  }

  /** Control characters and line separators become blanks: a fact can neither end a mail's header nor fake a line of the text. */
  private static String oneLine(String text, int longest) {
    String line = text == null ? "" : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.codePointCount(0, line.length()) <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }

  /** Not a bean: the program's pages have an engine of their own. */
  private static SpringTemplateEngine engine() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Texts.class.getClassLoader());
    resolver.setPrefix(FOLDER);
    resolver.setSuffix(SUFFIX);
    resolver.setTemplateMode(TemplateMode.TEXT);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
