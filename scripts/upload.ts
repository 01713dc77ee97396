import { failed, run } from './upload/run'

run('upload').catch(failed)
