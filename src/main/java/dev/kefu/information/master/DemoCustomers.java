package dev.kefu.information.master;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the demo customers at the start; those that are there already stay as they are. */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemoCustomers implements ApplicationRunner {

  private static final ClassPathResource FILE = new ClassPathResource("demo/customers.csv");

  private final CustomerMaster master;

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) throws IOException {
    for (DemoCustomer row : rows()) {
      Customer customer = master.enter(row.facts());
      if (customer.getGrade() == null) {
        customer.grade(row.grade(), row.keyAccount(), row.owner());
      }
    }
  }

  private static List<DemoCustomer> rows() throws IOException {
    CsvMapper mapper = CsvMapper.csvBuilder().enable(CsvParser.Feature.EMPTY_STRING_AS_NULL).build();
    CsvSchema schema = mapper.schemaFor(DemoCustomer.class).withHeader();
    try (var rows = mapper.readerFor(DemoCustomer.class).with(schema).<DemoCustomer>readValues(FILE.getInputStream())) {
      return rows.readAll();
    }
  }
}
