package dev.kefu.document.printing;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Lays a page template out as PDF. The font is embedded as far as it is used, so that Chinese prints anywhere. */
@Component
public class PdfPress {

  static final String FONT = "/fonts/NotoSansSC-Regular.ttf";
  private static final String FAMILY = "Kefu";

  private final SpringTemplateEngine templates = templates();

  /**
   * Returns the PDF.
   *
   * @param template name below {@code templates/document}
   * @param content what the template calls {@code it}
   */
  public byte[] print(String template, Object content) {
    Context context = new Context();
    context.setVariable("it", content);
    // Characters that XML does not know would end the page.
    String page = templates.process(template, context).replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.useFont(PdfPress::font, FAMILY);
      builder.withProducer("Kefu");
      builder.withHtmlContent(page, null);
      builder.useUriResolver((base, uri) -> null);
      builder.toStream(pdf);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static InputStream font() {
    return PdfPress.class.getResourceAsStream(FONT);
  }

  /** Not a bean: the program's pages have an engine of their own. */
  private static SpringTemplateEngine templates() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PdfPress.class.getClassLoader());
    resolver.setPrefix("templates/document/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
