import { findHeredocs } from '../../src/dockerfile/heredoc.ts';

const names = (line: string): string[] => findHeredocs(line).map(({ name }) => name);

describe('the heredocs that a line announces', () => {
  test.each([
    ['RUN cat <<EOF > f', ['EOF']],
    ["RUN cat << 'EOF' > f", ['EOF']],
    ['RUN cat <<-"EOF"', ['EOF']],
    ['COPY <<a <<b /x', ['a', 'b']],
    ['ONBUILD RUN 3<<EOF', ['EOF']],
    ["RUN echo '${x^^}' <<E", ['E']],
  ])('%s', (line, expected) => {
    expect(names(line)).toEqual(expected);
  });

  test.each([
    "RUN pecl install x <<''",
    'RUN cat<<EOF',
    'RUN cat <<<EOF',
    'ENV A <<EOF',
    'RUN echo "unclosed <<EOF',
    'RUN x=$((1 << 8)) && echo ${x^^}',
    'RUN cat <<EOF${A}',
  ])('none in %s', (line) => {
    expect(names(line)).toEqual([]);
  });

  test('says whether tabs go and variables are replaced', () => {
    expect(findHeredocs("RUN cat <<-'A' <<B")).toEqual([
      { name: 'A', stripTabs: true, expand: false },
      { name: 'B', stripTabs: false, expand: true },
    ]);
  });
});
