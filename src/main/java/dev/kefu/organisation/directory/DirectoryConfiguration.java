package dev.kefu.organisation.directory;

import dev.kefu.organisation.ExportRights;
import dev.kefu.organisation.ReadingRights;
import dev.kefu.organisation.RoleDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Loads the roles once. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

  @Bean
  RolesFile rolesFile(@Value("${kefu.organisation.roles:classpath:organisation/roles.yaml}") Resource yaml) throws IOException {
    try (InputStream in = yaml.getInputStream()) {
      return RolesFile.read(in);
    }
  }

  @Bean
  RoleDirectory roleDirectory(RolesFile file) {
    return new FileRoleDirectory(file);
  }

  @Bean
  ExportRights exportRights(RolesFile file) {
    return register -> Set.copyOf(file.exports().getOrDefault(register, List.of()));
  }

  @Bean
  ReadingRights readingRights(RolesFile file) {
    return register -> Stream.of(file.readers(), file.exports()).flatMap(rights -> rights.getOrDefault(register, List.of()).stream()).collect(Collectors.toUnmodifiableSet());
  }

  @Bean
  MergedPostsPlugin mergedPostsPlugin(RoleDirectory roles) {
    return new MergedPostsPlugin(roles);
  }
}
