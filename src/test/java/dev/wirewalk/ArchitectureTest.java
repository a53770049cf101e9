package dev.wirewalk;

import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules about packages, as one picture and four sentences. */
class ArchitectureTest {
    /**
     * Data goes along the arrows: a package imports only packages from which arrows lead to it, over however many steps.
     * A package below one of these ({@code capture.text.x}) counts as that one.
     */
    private static final Floors FLOORS = Floors.of("""
            address -> filter, topology, profile, packet
            filter, topology, profile -> dialect -> command -> diagnosis
            packet -> capture -> flow -> match -> diagnosis -> report
            topology -> match
            flow -> finding -> inspection -> diagnosis
            filter -> inspection
            command -> reading -> diagnosis, cli, build.ui, api
            inspection, report -> store, cli, build.ui, walk.ui, inspect.ui
            store -> walk.ui, inspect.ui
            shell.ui -> build.ui, walk.ui, inspect.ui
            api, build.ui, walk.ui, inspect.ui -> server
            server, cli -> application
            """);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.wirewalk");

    @Test
    void importsFollowTheArrows() {
        classes().should(importOnlyFromBelow()).check(CLASSES);
    }

    @Test
    void everyPackageHasItsPlaceInThePicture() {
        assertThat(packages())
                .extracting(JavaPackage::getName)
                .as("packages missing in the picture above")
                .allMatch(name -> FLOORS.allow(name, name));
    }

    @Test
    void springAndVaadinStayAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..ui..", "..api..", "..store..", "..server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.vaadin..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatLivesThereAndThatNothingIsNull() {
        assertThat(packages())
                .filteredOn(found -> !found.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .as("packages without a package-info.java that is annotated @NullMarked")
                .isEmpty();
    }

    @Test
    void namesSayWhatAClassIs() {
        classes()
                .should(not(haveNameMatching(".*(Manager|Helper|Utils?|Utilities)(\\$.*)?")))
                .check(CLASSES);
    }

    @Test
    void theCoreKeepsNoStateInStatics() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("..ui..", "..api..", "..store..", "..server..")
                .and()
                .areStatic()
                .should(neverChange())
                .check(CLASSES);
    }

    private static List<JavaPackage> packages() {
        JavaPackage top = CLASSES.getPackage("dev.wirewalk");
        return Stream.concat(Stream.of(top), top.getSubpackagesInTree().stream())
                .filter(found -> !found.getClasses().isEmpty())
                .toList();
    }

    private static ArchCondition<JavaClass> importOnlyFromBelow() {
        return new ArchCondition<>("import only packages from which arrows lead to theirs") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(found -> FLOORS.contain(found.getTargetClass().getPackageName()))
                        .filter(found -> !FLOORS.allow(
                                origin.getPackageName(), found.getTargetClass().getPackageName()))
                        .forEach(found -> events.add(SimpleConditionEvent.violated(found, found.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaField> neverChange() {
        return new ArchCondition<>("be final and hold what cannot change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (!field.getModifiers().contains(JavaModifier.SYNTHETIC) && canChange(field)) {
                    events.add(SimpleConditionEvent.violated(field, field.getDescription() + " can change"));
                }
            }
        };
    }

    /** Private arrays are let through as tables: whether their own class writes to them is seen in its text. */
    private static boolean canChange(JavaField field) {
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return true;
        }
        Object value = value(field.reflect());
        return switch (value) {
            case Collection<?> _, Map<?, ?> _ -> !value.getClass().getName().matches(".*(Immutable|Unmodifiable).*");
            case ThreadLocal<?> _, StringBuilder _ -> true;
            default ->
                value.getClass().getName().startsWith("java.util.concurrent.atomic")
                        || (value.getClass().isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE));
        };
    }

    private static Object value(Field field) {
        try {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
