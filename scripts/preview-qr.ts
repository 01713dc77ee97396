import { failed, run } from './upload/run'

run('preview').catch(failed)
